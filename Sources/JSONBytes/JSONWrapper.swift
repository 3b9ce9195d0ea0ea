#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A type of its own around any JSON value, such as the free-form input of an operation.
///
/// Nothing is guessed: what is wrapped is sent exactly as it is, and each way of wrapping has a name.
public protocol JSONWrapper: JSONComposite {
    /// The value as it is on the wire.
    var value: JSONValue { get }

    /// Wraps a value as it is.
    init(_ value: JSONValue)
}

extension JSONWrapper {
    /// The value as it is, with nothing around it.
    public static func raw(_ value: JSONValue) -> Self {
        Self(value)
    }

    /// Puts a value into objects within each other, each with one member: at `["a", "b"]`, `1` is `{"a":{"b":1}}`.
    public init(_ value: JSONValue, at path: [String]) {
        self.init(path.reversed().reduce(value) { inner, name in .object([name: inner]) })
    }

    /// Puts what a value encodes to into objects within each other.
    ///
    /// Dates are written in seconds since 1970, as ``JSONBytesDecoder`` reads them, and numbers keep every digit.
    ///
    /// - Throws: `EncodingError` or ``JSONError`` if the value cannot be written as JSON.
    public init(encoding value: some Encodable, at path: [String]) throws {
        self.init(try JSONValue(encoding: value), at: path)
    }

    /// Reads a value of any kind.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        Self(try JSONValue.read(from: &reader))
    }

    /// Writes the value.
    public func write(to writer: inout JSONWriter) {
        value.write(to: &writer)
    }
}

extension JSONValue {
    /// What a value encodes to; dates are written in seconds since 1970, and numbers keep every digit.
    ///
    /// - Throws: `EncodingError` or ``JSONError`` if the value cannot be written as JSON.
    public init(encoding value: some Encodable) throws {
        if let value = value as? any JSONComposite {
            self = try JSONReader.read(JSONExactValue.self, from: JSONWriter.bytes(of: value)).value
            return
        }
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        self = try JSONReader.read(JSONExactValue.self, from: Array(encoder.encode(value))).value
    }
}
