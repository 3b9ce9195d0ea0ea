import JSONBytes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RequestEncoder {
    /// Puts a list into the path, its elements joined by commas; one without elements cannot be sent.
    public mutating func path(_ name: String, _ values: [some ParameterValue]) {
        path(name, values.compactMap { text(of: $0, for: name) }.joined(separator: ","))
    }

    /// Adds a cookie with a list, its elements joined by commas; nil or an empty list leaves it out.
    public mutating func cookie(_ name: String, _ values: [some ParameterValue]?) {
        guard let values, !values.isEmpty else { return }
        cookie(name, values.compactMap { text(of: $0, for: name) }.joined(separator: ","))
    }

    /// Puts a value into the path as JSON text.
    public mutating func path(_ name: String, json value: some JSONCodable) {
        guard let bytes = jsonBytes(of: value, for: name) else { return }
        path(name, String(decoding: bytes, as: UTF8.self))
    }

    /// Adds a header with a value as JSON text; nil leaves it out.
    public mutating func header(_ name: String, json value: (some JSONCodable)?) {
        guard let value, let bytes = jsonBytes(of: value, for: name) else { return }
        header(name, String(decoding: bytes, as: UTF8.self))
    }

    /// Adds a cookie with a value as JSON text; nil leaves it out.
    public mutating func cookie(_ name: String, json value: (some JSONCodable)?) {
        guard let value, let bytes = jsonBytes(of: value, for: name) else { return }
        cookie(name, String(decoding: bytes, as: UTF8.self))
    }
}

/// Bytes are sent as base64.
extension Data: ParameterValue {
    /// The bytes in base64.
    public var parameterText: String { base64EncodedString() }
}
