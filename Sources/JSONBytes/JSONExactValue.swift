/// Reads a value of any kind, and keeps the text of a number of which a double would lose a digit.
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
        guard case .double(let double) = value else { return value }
        // The double is the one next to the text, so that with the same digits it is the same number.
        return digits(of: text) == digits(of: double.description) ? value : .number(text)
    }

    /// The significant digits of a number, without the zeros at either end.
    private static func digits(of text: String) -> [UInt8] {
        var digits = text.utf8.prefix { $0 | 0x20 != ASCII.e }.filter { ASCII.zero...ASCII.nine ~= $0 }
        while digits.last == ASCII.zero { digits.removeLast() }
        return Array(digits.drop { $0 == ASCII.zero })
    }

    func write(to writer: inout JSONWriter) {
        value.write(to: &writer)
    }
}
