/// A ``JSONCodable`` value whose `Codable` and `Hashable` conformances go by its written bytes, so that none is synthesized.
///
/// Two values are equal when they write the same bytes. Through a foreign coder a value travels as ``JSONValue``.
public protocol JSONComposite: JSONCodable, Codable, Hashable {}

extension JSONComposite {
    /// Reads a whole document; throws ``JSONError`` with path and byte offset.
    public init(json bytes: [UInt8], limits: JSONLimits = .init()) throws(JSONError) {
        self = try JSONReader.read(Self.self, from: bytes, limits: limits)
    }

    /// Reads a whole document from bytes of any kind, such as `Data`; throws ``JSONError`` with path and byte offset.
    public init(json bytes: some Collection<UInt8>, limits: JSONLimits = .init()) throws(JSONError) {
        self = try JSONReader.read(Self.self, from: Array(bytes), limits: limits)
    }

    /// Reads a whole document; throws ``JSONError`` with path and byte offset in the UTF-8 text.
    public init(json text: String) throws(JSONError) {
        self = try JSONReader.read(Self.self, from: Array(text.utf8))
    }

    /// The value as compact JSON in UTF-8; throws ``JSONError`` for what JSON cannot say, such as NaN.
    public func jsonBytes() throws(JSONError) -> [UInt8] {
        try JSONWriter.bytes(of: self)
    }

    /// The value as compact JSON; throws ``JSONError`` for what JSON cannot say, such as NaN.
    public func jsonText() throws(JSONError) -> String {
        String(decoding: try JSONWriter.bytes(of: self), as: UTF8.self)
    }
}
