/// An enumeration of JSON strings in which any other string is an error.
public protocol JSONClosedEnum: JSONComposite, RawRepresentable where RawValue == String {}

extension JSONClosedEnum {
    /// Reads one of the strings; throws ``JSONError/Kind/unknownValue`` for any other.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        let offset = reader.offset
        let text = try reader.string()
        guard let value = Self(rawValue: text), value.rawValue.hasSameBytes(as: text) else {
            throw JSONError(.unknownValue, "\(JSONError.quote(text)) is no value of \(Self.self)", offset: offset)
        }
        return value
    }

    /// Writes the raw value.
    public func write(to writer: inout JSONWriter) {
        writer.string(rawValue)
    }
}

/// An enumeration of JSON integers in which any other integer is an error.
public protocol JSONClosedIntegerEnum: JSONComposite, RawRepresentable where RawValue == Int {}

extension JSONClosedIntegerEnum {
    /// Reads one of the integers; throws ``JSONError/Kind/unknownValue`` for any other.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        let offset = reader.offset
        let number = try reader.integer()
        guard let value = Self(rawValue: number) else {
            throw JSONError(.unknownValue, "\(number) is no value of \(Self.self)", offset: offset)
        }
        return value
    }

    /// Writes the raw value.
    public func write(to writer: inout JSONWriter) {
        writer.integer(rawValue)
    }
}
