/// Where each member of an object is.
struct JSONMemberTable {
    private struct Member {
        let name: JSONName
        let nameOffset: Int
        let valueOffset: Int
    }

    private var members: [Member] = []

    /// Names with escapes, by their index, and all names of a large object: the place of the last member of each.
    private var offsets: [JSONExactText: Int] = [:]
    private var hasOffsets = false

    private static let largestWithoutOffsets = 24

    /// Walks over the object at hand.
    init(of cursor: inout JSONCursor) throws(JSONError) {
        var hasEscapes = false
        try cursor.open(ASCII.leftBrace, "an object")
        if cursor.closeEmpty(ASCII.rightBrace) { return }
        members.reserveCapacity(16)
        repeat {
            guard cursor.byte == ASCII.quote else { throw cursor.unexpected("a name") }
            var name = cursor
            name.advance()
            if try cursor.scanString() { hasEscapes = true }
            let length = cursor.offset - name.offset - 1
            try cursor.colon()
            members.append(
                Member(name: JSONName(at: name, length: length), nameOffset: name.offset - 1, valueOffset: cursor.offset)
            )
            try cursor.skipValue()
        } while try cursor.more(until: ASCII.rightBrace)
        if hasEscapes || members.count > Self.largestWithoutOffsets {
            hasOffsets = true
            var names = cursor
            for member in members {
                names.move(to: member.nameOffset)
                offsets[JSONExactText(try names.string())] = member.valueOffset
            }
        }
    }

    /// Where the value of the last member of that name begins.
    func offset(of name: String, in document: JSONDocument) -> Int? {
        if hasOffsets { return offsets[JSONExactText(name)] }
        let short = JSONName(name)
        let member = members.last { member in
            member.name == short && (short.length <= 16 || Self.name(of: member, in: document)?.hasSameBytes(as: name) == true)
        }
        return member?.valueOffset
    }

    /// The names in order, each once.
    func names(in document: JSONDocument) -> [String] {
        var seen: Set<JSONExactText> = []
        return members.compactMap { Self.name(of: $0, in: document) }.filter { seen.insert(JSONExactText($0)).inserted }
    }

    private static func name(of member: Member, in document: JSONDocument) -> String? {
        try? document.storage.reading(at: member.nameOffset) { cursor throws(JSONError) in try cursor.string() }
    }
}
