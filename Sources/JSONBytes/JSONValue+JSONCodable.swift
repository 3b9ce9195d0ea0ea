extension JSONValue {
    /// Reads a value of any kind.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> JSONValue {
        try reader.cursor.value()
    }

    /// Writes the value; NaN, the infinities and ``number(_:)`` around no JSON number are failures.
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let value): writer.integer(value)
        case .double(let value): writer.double(value)
        case .number(let text): writer.number(text)
        case .string(let value): writer.string(value)
        case .array(let elements): writer.array(elements)
        case .object(let members): members.write(to: &writer)
        }
    }
}

extension JSONCursor {
    /// Reads a value of any kind.
    mutating func value() throws(JSONError) -> JSONValue {
        switch byte {
        case ASCII.quote: return .string(try string())
        case ASCII.leftBrace: return .object(try object())
        case ASCII.leftBracket: return .array(try array())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try bool())
        case ASCII.n:
            if null() { return .null }
            try skipValue()
            return .null
        default:
            if let integer = plainInteger() { return .integer(integer) }
            return try unusualNumber()
        }
    }

    private mutating func unusualNumber() throws(JSONError) -> JSONValue {
        let number = try number("a value")
        if number.isPlain {
            if number.isNegative, number.significand == 0 { return .double(-0.0) }
            if let integer = number.integer(Int64.self) { return .integer(integer) }
        } else {
            let value = double(of: number)
            if value.isFinite, value != 0 || number.significand == 0 { return .double(value) }
        }
        return .number(text(from: number.start, to: number.end))
    }

    private mutating func array() throws(JSONError) -> [JSONValue] {
        var elements: [JSONValue] = []
        try open(ASCII.leftBracket, "an array")
        if closeEmpty(ASCII.rightBracket) { return elements }
        repeat {
            elements.append(try value())
        } while try more(until: ASCII.rightBracket)
        return elements
    }
}

extension JSONWriter {
    /// Writes the text of a number; text that is no JSON number is a failure.
    mutating func number(_ text: String) {
        let isNumber = try? JSONStorage(Array(text.utf8)).reading { cursor throws(JSONError) -> Bool in
            _ = try cursor.number("a number")
            return cursor.isAtEnd
        }
        if isNumber == true || isCanonical {
            output.append(text)
        } else {
            fail("\"\(text)\" is no JSON number")
        }
    }
}
