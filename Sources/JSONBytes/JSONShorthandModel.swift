/// An object that may also come as a bare string, which then stands for one of its members.
///
/// It is written as an object.
public protocol JSONShorthandModel: JSONModel {
    /// Makes one from a bare string.
    init(shorthand text: String)
}

extension JSONShorthandModel {
    /// Reads an object with all required members, or a string.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        guard reader.cursor.byte == ASCII.quote else { return try JSONCoder.read(Self.self, from: &reader) }
        return Self(shorthand: try reader.string())
    }
}
