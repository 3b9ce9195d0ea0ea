/// An open enumeration of JSON integers that may also come as digits in a string, or as words.
///
/// A known word, in any case of letters, is the value it names; one that is not known is kept and written again as it was.
public protocol JSONNamedValue: JSONComposite, RawRepresentable where RawValue == String {
    /// The values that have a name.
    static var knownValues: [Self] { get }

    /// The words for them, in the same order.
    static var names: [String] { get }

    /// Makes a value of the digits of an integer, or of a word that is not known.
    init(rawValue: String)
}

extension JSONNamedValue {
    /// Reads an integer or a string.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        guard reader.cursor.byte == ASCII.quote else { return Self(rawValue: String(try reader.number(Int64.self))) }
        let text = try reader.string()
        for (name, value) in zip(names, knownValues) where name.hasSameBytes(as: text) { return value }
        let word = text.lowercased()
        for (name, value) in zip(names, knownValues) where name.lowercased().hasSameBytes(as: word) { return value }
        return Self(rawValue: text)
    }

    /// Writes an integer where the raw value is one, else a string.
    public func write(to writer: inout JSONWriter) {
        if let number = Int64(rawValue), String(number) == rawValue {
            writer.integer(number)
        } else {
            writer.string(rawValue)
        }
    }
}
