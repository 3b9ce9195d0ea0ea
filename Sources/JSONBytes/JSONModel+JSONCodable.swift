extension JSONModel {
    /// Reads an object with all required members; of two equal names the last wins.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        try JSONCoder.read(Self.self, from: &reader)
    }

    /// Writes the members in the order of ``fields``, then the unknown ones.
    public func write(to writer: inout JSONWriter) {
        JSONCoder.write(self, to: &writer)
    }
}
