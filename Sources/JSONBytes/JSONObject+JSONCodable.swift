extension JSONObject {
    /// Reads an object; of two equal names the last wins.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> JSONObject {
        try reader.cursor.object()
    }

    /// Writes the members in order.
    public func write(to writer: inout JSONWriter) {
        guard writer.open(ASCII.leftBrace) else { return }
        writeMembers(to: &writer) { _ in true }
        writer.close(ASCII.rightBrace)
    }

    /// Writes the members whose name passes.
    func writeMembers(to writer: inout JSONWriter, where isIncluded: (String) -> Bool) {
        let members = writer.isCanonical ? self.members.sorted { $0.name.precedes($1.name) } : self.members
        for member in members where isIncluded(member.name) { writer.member(member.name, member.value) }
    }
}

extension JSONCursor {
    /// Reads an object; of two equal names the last wins.
    mutating func object() throws(JSONError) -> JSONObject {
        var object = JSONObject()
        try open(ASCII.leftBrace, "an object")
        if closeEmpty(ASCII.rightBrace) { return object }
        object.reserve(min(memberEstimate, 64))
        // A bit for each name: where it is not set, the name is new for certain.
        var names: UInt64 = 0
        repeat {
            let (name, hash) = try nameAndHash()
            let value = try value()
            let bit: UInt64 = 1 << (hash >> 58)
            if names & bit == 0 {
                names |= bit
                object.append(value, for: name)
            } else {
                object.set(value, for: name)
            }
        } while try more(until: ASCII.rightBrace)
        memberEstimate = object.count
        return object
    }

    /// Reads a name, and a hash that is equal for equal names.
    @inline(__always)
    private mutating func nameAndHash() throws(JSONError) -> (String, UInt64) {
        guard byte == ASCII.quote else { throw unexpected("a name") }
        var start = self
        start.advance()
        if try scanString() {
            try colon()
            let name = start.unescaped(from: start.offset)
            return (name, JSONName(name).hash)
        }
        let length = offset - start.offset - 1
        try colon()
        return (start.text(from: start.offset, to: start.offset + length), JSONName(at: start, length: length).hash)
    }
}
