#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads a value of any kind, and keeps the text of a number that a double would round.
struct JSONExactValue: JSONCodable {
    let value: JSONValue

    static func read(from reader: inout JSONReader) throws(JSONError) -> JSONExactValue {
        switch reader.cursor.byte {
        case ASCII.leftBrace:
            var object = JSONObject()
            try reader.object { reader, name throws(JSONError) in
                object[name] = try read(from: &reader).value
                return true
            }
            return JSONExactValue(value: .object(object))
        case ASCII.leftBracket:
            var elements: [JSONValue] = []
            try reader.array { reader throws(JSONError) in elements.append(try read(from: &reader).value) }
            return JSONExactValue(value: .array(elements))
        case ASCII.minus, ASCII.zero...ASCII.nine:
            return JSONExactValue(value: try number(String(decoding: reader.bytes(), as: UTF8.self)))
        default:
            return JSONExactValue(value: try JSONValue.read(from: &reader))
        }
    }

    private static func number(_ text: String) throws(JSONError) -> JSONValue {
        let value = try JSONValue(json: text)
        guard case .double(let double) = value, Decimal(string: text) != Decimal(string: double.description) else { return value }
        return .number(text)
    }

    func write(to writer: inout JSONWriter) {
        value.write(to: &writer)
    }
}
