/// A value that reads and writes itself as JSON.
///
/// A reader stands on the first byte of the value, white space before it skipped, and leaves right behind the value.
public protocol JSONCodable: Sendable {
    /// Reads one value; throws ``JSONError`` where the bytes are no JSON or are not such a value.
    static func read(from reader: inout JSONReader) throws(JSONError) -> Self

    /// Writes one value; what JSON cannot say, such as NaN, stays in the writer and is thrown at the end.
    func write(to writer: inout JSONWriter)
}
