extension JSONModel {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        try JSONCoder.read(Self.self, from: &reader)
    }

    public func write(to writer: inout JSONWriter) {
        JSONCoder.write(self, to: &writer)
    }
}
