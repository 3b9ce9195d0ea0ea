#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONValue {
    /// Reads through any decoder whose format is self-describing.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? JSONValueDecoder {
            self = try decoder.read(JSONValue.self)
        } else if let container = try? decoder.container(keyedBy: JSONMemberKey.self) {
            var object = JSONObject()
            for key in container.allKeys { object[key.stringValue] = try container.decode(JSONValue.self, forKey: key) }
            self = .object(object)
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
            self = .array(elements)
        } else {
            self = try Self.scalar(from: try decoder.singleValueContainer())
        }
    }

    private static func scalar(from container: any SingleValueDecodingContainer) throws -> JSONValue {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .bool(value) }
        if let value = try? container.decode(String.self) { return .string(value) }
        if let value = try? container.decode(Int64.self) { return .integer(value) }
        if let value = try? container.decode(UInt64.self) { return JSONValue(value) }
        if let value = try? container.decode(Double.self) {
            // Integers of up to 38 digits beyond 64 bits are exact in a decimal number only.
            if value.magnitude >= 0x1p63, let decimal = try? container.decode(Decimal.self), decimal.exponent >= 0, !decimal.isNaN
            {
                return .number(decimal.description)
            }
            return .double(value)
        }
        if let value = try? container.decode(Decimal.self), !value.isNaN { return .number(value.description) }
        throw DecodingError.dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "not a JSON value"))
    }

    /// Writes through any encoder; numbers out of range go as `Decimal` where that holds them, else they are `EncodingError`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .object(let object):
            var container = encoder.container(keyedBy: JSONMemberKey.self)
            for (name, value) in object { try container.encode(value, forKey: JSONMemberKey(stringValue: name)) }
        default:
            var container = encoder.singleValueContainer()
            try encodeScalar(to: &container)
        }
    }

    private func encodeScalar(to container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let text):
            if let integer = UInt64(text) { return try container.encode(integer) }
            guard let decimal = try? JSONReader.read(Decimal.self, from: Array(text.utf8)) else {
                throw EncodingError.invalidValue(
                    text,
                    .init(codingPath: container.codingPath, debugDescription: "the number does not fit Decimal")
                )
            }
            try container.encode(decimal)
        default: try container.encodeNil()
        }
    }
}

/// A member's name as a coding key.
struct JSONMemberKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}
