import JSONBytes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RequestEncoder {
    /// Puts a list into the path, its elements joined by commas; one without elements, or with a comma in one, cannot be sent.
    public mutating func path(_ name: String, _ values: [some ParameterValue]) {
        let texts = texts(of: values, for: name, separator: ",")
        if texts.count == 1 { return setPath(name, texts[0]) }
        if texts.isEmpty { return fail(name, "has no elements") }
        setPath(name, encoded: texts.map(PercentEncoding.pathSegment).joined(separator: ","))
    }

    /// Adds a header with a list, its elements joined by commas, which none may hold; nil and an empty list leave it out.
    public mutating func header(_ name: String, _ values: [some ParameterValue]?) {
        guard let values, !values.isEmpty else { return }
        setHeader(name, texts(of: values, for: name, separator: ",").joined(separator: ","))
    }

    /// Adds a cookie with a list, its elements joined by commas, which none may hold; nil and an empty list leave it out.
    public mutating func cookie(_ name: String, _ values: [some ParameterValue]?) {
        guard let values, !values.isEmpty else { return }
        cookie(name, texts(of: values, for: name, separator: ",").joined(separator: ","))
    }

    /// The elements as texts. One with the separator in it is refused: many services decode first and would then read two.
    mutating func texts(of values: [some ParameterValue], for name: String, separator: String) -> [String] {
        let texts = values.compactMap { text(of: $0, for: name) }
        if texts.contains(where: { $0.contains(separator) }) {
            fail(name, "has an element with '\(separator)' in it, which separates the elements")
        }
        return texts
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
