import JSONBytes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RequestEncoder {
    /// Adds a query item; nil leaves it out.
    public mutating func query(_ name: String, _ value: (some ParameterValue)?) {
        guard let value, let text = text(of: value, for: name) else { return }
        append(name, PercentEncoding.query(text))
    }

    /// Adds a query item with a time; nil leaves it out.
    public mutating func query(_ name: String, _ value: Date?, as coding: DateCoding) {
        guard let value, let text = text(of: value, as: coding, for: name) else { return }
        append(name, PercentEncoding.query(text))
    }

    /// Adds several values, one item each when exploded; nil and an empty list leave the parameter out.
    ///
    /// Values that share one item must not hold what separates them.
    public mutating func query(
        _ name: String,
        _ values: [some ParameterValue]?,
        style: ParameterStyle = .form,
        explode: Bool = true
    ) {
        guard let values, !values.isEmpty else { return }
        if explode {
            for text in values.compactMap({ text(of: $0, for: name) }) { append(name, PercentEncoding.query(text)) }
        } else {
            let texts = texts(of: values, for: name, separator: style.separator)
            append(name, texts.map(PercentEncoding.query).joined(separator: style.encodedSeparator))
        }
    }

    /// Adds the members of an object: `name[member]=value` as a deep object, else by the rules of forms; null members are left out.
    public mutating func query(
        _ name: String,
        object: JSONObject?,
        style: ParameterStyle = .deepObject,
        explode: Bool = true
    ) {
        guard let object else { return }
        if style == .deepObject {
            for (key, value) in object { appendDeep("\(name)[\(key)]", value) }
        } else if explode {
            for (key, value) in object where !value.isNull { append(key, PercentEncoding.query(value.description)) }
        } else {
            let texts = object.filter { !$0.value.isNull }.flatMap { [$0.key, $0.value.description] }
            guard !texts.isEmpty else { return }
            append(name, texts.map(PercentEncoding.query).joined(separator: style.encodedSeparator))
        }
    }

    /// Adds a value as JSON text; nil leaves it out.
    public mutating func query(_ name: String, json value: (some JSONCodable)?) {
        guard let value, let bytes = jsonBytes(of: value, for: name) else { return }
        append(name, PercentEncoding.query(String(decoding: bytes, as: UTF8.self)))
    }

    mutating func jsonBytes(of value: some JSONCodable, for name: String) -> [UInt8]? {
        do {
            return try JSONWriter.bytes(of: value)
        } catch {
            fail(name, "cannot be written as JSON: \(error)")
            return nil
        }
    }

    private mutating func append(_ name: String, _ encodedValue: String) {
        query.append(PercentEncoding.query(name) + "=" + encodedValue)
    }

    private mutating func appendDeep(_ name: String, _ value: JSONValue) {
        switch value {
        case .null: break
        case .object(let members): for (key, member) in members { appendDeep("\(name)[\(key)]", member) }
        case .array(let elements): for element in elements { appendDeep(name, element) }
        default: append(name, PercentEncoding.query(value.description))
        }
    }
}
