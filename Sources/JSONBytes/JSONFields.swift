/// The names of a ``JSONModel``'s members, made once for each type.
public struct JSONFields: Sendable {
    /// What a name is compared by, and where it stands in `text`.
    struct Field: Sendable {
        let name: JSONName
        let mask: UInt64

        /// Whether the name may be compared with the bytes of a document as they are: it needs no escape.
        let isPlain: Bool

        /// The quoted name and its colon, as written.
        let text: Range<Int>
    }

    private final class Table: Sendable {
        let names: [String]
        let fields: [Field]
        let text: [UInt8]
        let required: JSONMemberSet

        /// Open addressing: one more than the index of a field; 0 is free.
        let slots: [UInt16]
        let shift: UInt64

        init(names: [String], optional: [String]) {
            let optional = Set(optional.map(JSONExactText.init))
            var output = JSONOutput()
            var fields: [Field] = []
            var required = JSONMemberSet()
            for (index, name) in names.enumerated() {
                let start = output.count
                output.append(quoting: name)
                let isPlain = output.count == start + name.utf8.count + 2
                output.append(ASCII.colon)
                fields.append(
                    Field(
                        name: JSONName(name),
                        mask: JSONName.mask(length: name.utf8.count),
                        isPlain: isPlain,
                        text: start..<output.count
                    )
                )
                if !optional.contains(JSONExactText(name)) { required.insert(index) }
            }
            var bits: UInt64 = 3
            while 1 << bits < names.count * 4 { bits += 1 }
            var slots = [UInt16](repeating: 0, count: 1 << bits)
            for (index, field) in fields.enumerated() {
                var slot = Int(field.name.hash >> (64 - bits))
                while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = UInt16(truncatingIfNeeded: index + 1)
            }
            self.names = names
            self.fields = fields
            self.required = required
            self.slots = slots
            text = output.bytes
            shift = 64 - bits
        }
    }

    private let table: Table

    /// Takes names separated by line breaks, and those among them that may be missing; at most 65,535.
    public init(_ names: StaticString, optional: StaticString = "") {
        table = Table(names: Self.lines(names), optional: Self.lines(optional))
    }

    private static func lines(_ text: StaticString) -> [String] {
        text.description.split(separator: "\n").prefix(Int(UInt16.max)).map(String.init)
    }

    @inline(__always)
    var count: Int { table.fields.count }

    /// The members that may not be missing.
    @inline(__always)
    var required: JSONMemberSet { table.required }

    func name(at index: Int) -> String { table.names[index] }

    /// Goes over the name of one member and its closing quote if they are at hand.
    @inline(__always)
    func take(_ index: Int, at cursor: inout JSONCursor) -> Bool {
        guard index < table.fields.count else { return false }
        let field = table.fields[index]
        guard cursor.word & field.mask == field.name.first, field.isPlain else { return false }
        let length = field.name.length
        if length > 8 {
            guard cursor.word(ahead: length - 8) == field.name.last else { return false }
            if length > 16, !hasMiddle(of: field, at: cursor) { return false }
        }
        guard cursor.byte(ahead: length) == ASCII.quote else { return false }
        cursor.advance(by: length + 1)
        return true
    }

    /// The index of the member whose name is the `length` bytes at the cursor.
    func index(at cursor: JSONCursor, length: Int) -> Int? {
        let name = JSONName(at: cursor, length: length)
        return index(of: name) { index in length <= 16 || hasMiddle(of: table.fields[index], at: cursor) }
    }

    /// The index of the member of that name.
    func index(of name: String) -> Int? {
        index(of: JSONName(name)) { index in table.names[index].hasSameBytes(as: name) }
    }

    @inline(__always)
    private func index(of name: JSONName, where isSame: (Int) -> Bool) -> Int? {
        var slot = Int(name.hash >> table.shift)
        while true {
            let entry = Int(table.slots[slot])
            if entry == 0 { return nil }
            if table.fields[entry - 1].name == name, isSame(entry - 1) { return entry - 1 }
            slot = (slot + 1) & (table.slots.count - 1)
        }
    }

    /// Whether the bytes between the first and the last eight are those at hand.
    private func hasMiddle(of field: Field, at cursor: JSONCursor) -> Bool {
        let start = field.text.lowerBound + 1
        for index in 8..<(field.name.length - 8) where table.text[start + index] != cursor.byte(ahead: index) { return false }
        return true
    }

    /// Writes the name and the colon.
    @inline(__always)
    func write(_ index: Int, to output: inout JSONOutput) {
        let text = table.fields[index].text
        output.append(table.text, from: text.lowerBound, to: text.upperBound)
    }
}
