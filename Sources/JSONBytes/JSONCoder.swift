/// What ``JSONModel/members(_:)`` hands its members to, one call each, for reading and writing.
///
/// No method throws: the first failure stays inside and ends the reading.
///
/// Reading, the coder has found a name and its index in ``JSONModel/fields``; the call whose turn that is reads the value and
/// goes on to the next name. A document in the order of `fields` takes one descent through `members(_:)`, any other order one
/// more for each step back. Writing, it is every call's turn.
public struct JSONCoder: ~Copyable {
    var reader: JSONReader
    var writer = JSONWriter()
    let isReading: Bool
    let fields: JSONFields

    /// The index of the member whose turn it is; `Int.max` when there is none left, or after a failure.
    private var target = -1

    /// The index of the next call in this descent.
    private var position = 0

    private let objectOffset: Int
    private let isStrict: Bool
    private var seen = JSONMemberSet()
    private var unknown: JSONObject?
    private var failure: JSONError?

    // MARK: Turns

    /// Whether the call being made is the one whose turn it is.
    @inline(__always)
    mutating func isTurn() -> Bool {
        let isTurn = position == target
        position &+= 1
        return isTurn
    }

    /// Ends the reading with its first failure.
    @inline(never)
    mutating func fail(_ error: JSONError) {
        if failure == nil { failure = error }
        target = .max
    }

    // MARK: Reading

    /// Fills the members of a value from the object at hand.
    static func read<Model: JSONModel>(_ type: Model.Type, from reader: inout JSONReader) throws(JSONError) -> Model {
        var value = Model(placeholder: .value)
        var coder = JSONCoder(reading: Model.fields, at: reader.cursor)
        coder.firstName()
        while coder.target != .max {
            let offset = coder.reader.cursor.offset
            coder.position = 0
            value.members(&coder)
            // No call took its turn: `fields` has more names than `members(_:)` has calls.
            if coder.target != .max, coder.reader.cursor.offset == offset { coder.readUncalledMember() }
        }
        reader.cursor = coder.reader.cursor
        if let failure = coder.failure { throw failure }
        if let index = coder.fields.required.first(missingIn: coder.seen) { throw coder.missing(index) }
        if let unknown = coder.unknown { value.unknownMembers = unknown }
        return value
    }

    private init(reading fields: JSONFields, at cursor: JSONCursor) {
        reader = JSONReader(cursor: cursor)
        isReading = true
        self.fields = fields
        objectOffset = cursor.offset
        isStrict = cursor.strictOffset == cursor.offset
    }

    private mutating func firstName() {
        do throws(JSONError) {
            try reader.cursor.open(ASCII.leftBrace, "an object")
            if reader.cursor.closeEmpty(ASCII.rightBrace) {
                target = .max
            } else {
                try findTarget()
            }
        } catch {
            fail(error)
        }
    }

    /// Behind a value: goes on to the next member that has a call.
    @inline(__always)
    mutating func next() {
        do throws(JSONError) {
            if try reader.cursor.more(until: ASCII.rightBrace) {
                try findTarget()
            } else {
                target = .max
            }
        } catch {
            fail(error)
        }
    }

    /// At a name: finds the member it belongs to and goes on to its value.
    @inline(__always)
    private mutating func findTarget() throws(JSONError) {
        if reader.cursor.byte == ASCII.quote {
            var ahead = reader.cursor
            ahead.advance()
            if fields.take(target &+ 1, at: &ahead) {
                reader.cursor = ahead
                try reader.cursor.colon()
                target &+= 1
                seen.insert(target)
                return
            }
        }
        try findAnyTarget()
    }

    @inline(never)
    private mutating func findAnyTarget() throws(JSONError) {
        repeat {
            guard reader.cursor.byte == ASCII.quote else { throw reader.cursor.unexpected("a name") }
            var name = reader.cursor
            name.advance()
            let hasEscapes = try reader.cursor.scanString()
            let length = reader.cursor.offset - name.offset - 1
            let index =
                hasEscapes
                ? fields.index(of: name.unescaped(from: name.offset)) : fields.index(at: name, length: length)
            try reader.cursor.colon()
            if let index {
                target = index
                seen.insert(index)
                return
            }
            try readUnknown(
                hasEscapes ? name.unescaped(from: name.offset) : name.text(from: name.offset, to: name.offset + length)
            )
        } while try reader.cursor.more(until: ASCII.rightBrace)
        target = .max
    }

    private mutating func readUnknown(_ name: String) throws(JSONError) {
        if isStrict { throw JSONError(.unknownMember, "unknown member", member: name, offset: objectOffset) }
        let value = try reader.cursor.value()
        if unknown == nil { unknown = JSONObject() }
        unknown?[name] = value
    }

    private mutating func readUncalledMember() {
        do throws(JSONError) {
            try readUnknown(fields.name(at: target))
        } catch {
            return fail(error)
        }
        next()
    }

    private func missing(_ index: Int) -> JSONError {
        JSONError(.missingMember, "required member is missing", member: fields.name(at: index), offset: objectOffset)
    }

    // MARK: Writing

    /// Writes the members of a value as an object.
    static func write<Model: JSONModel>(_ model: Model, to writer: inout JSONWriter) {
        guard writer.open(ASCII.leftBrace) else { return }
        var coder = JSONCoder(writing: Model.fields)
        swap(&coder.writer, &writer)
        var copy = model
        copy.members(&coder)
        swap(&coder.writer, &writer)
        let unknown = model.unknownMembers
        if !unknown.isEmpty { unknown.writeMembers(to: &writer) { coder.fields.index(of: $0) == nil } }
        writer.close(ASCII.rightBrace)
    }

    private init(writing fields: JSONFields) {
        reader = JSONReader(cursor: .empty)
        isReading = false
        self.fields = fields
        objectOffset = 0
        isStrict = false
        target = fields.count > 0 ? 0 : .max
    }

    /// Ends a call's turn.
    @inline(__always)
    mutating func wrote() {
        target = target &+ 1 < fields.count ? target &+ 1 : .max
    }

    /// Writes the name of the member whose turn it is.
    @inline(__always)
    mutating func writeName() {
        writer.separate()
        fields.write(target, to: &writer.output)
    }

    /// Whether the member whose turn it is may not be left out.
    var isRequired: Bool { fields.required.contains(target) }
}
