/// A type around a JSON string, such as an identifier or an open enumeration. A ``JSONCoder`` reads and writes its raw value.
public protocol JSONStringValue: JSONComposite, RawRepresentable where RawValue == String {
    /// Makes a value of any string.
    init(rawValue: String)
}

extension JSONStringValue {
    /// Reads a string.
    @inlinable
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        Self(rawValue: try reader.string())
    }

    /// Writes the raw value.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.string(rawValue)
    }
}

/// A type around a JSON integer, such as an open enumeration of codes.
public protocol JSONIntegerValue: JSONComposite, RawRepresentable where RawValue == Int {
    /// Makes a value of any integer.
    init(rawValue: Int)
}

extension JSONIntegerValue {
    /// Reads an integer; `1e3` and `5.0` are integers.
    @inlinable
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        Self(rawValue: try reader.integer())
    }

    /// Writes the raw value.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.integer(rawValue)
    }
}
