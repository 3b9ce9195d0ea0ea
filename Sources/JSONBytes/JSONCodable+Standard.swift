extension Bool: JSONCodable {
    /// Reads `true` or `false`.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Bool {
        try reader.bool()
    }

    /// Writes `true` or `false`.
    public func write(to writer: inout JSONWriter) {
        writer.bool(self)
    }
}

extension Int: JSONCodable {
    /// Reads an integer; `1e3` and `5.0` are integers.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Int {
        try reader.integer()
    }

    /// Writes the integer.
    public func write(to writer: inout JSONWriter) {
        writer.integer(self)
    }
}

extension Int32: JSONCodable {
    /// Reads an integer of 32 bits; `1e3` and `5.0` are integers.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Int32 {
        try reader.number(Int32.self)
    }

    /// Writes the integer.
    public func write(to writer: inout JSONWriter) {
        writer.integer(Int64(self))
    }
}

extension Int64: JSONCodable {
    /// Reads an integer of 64 bits; `1e3` and `5.0` are integers.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Int64 {
        try reader.number(Int64.self)
    }

    /// Writes the integer.
    public func write(to writer: inout JSONWriter) {
        writer.integer(self)
    }
}

extension UInt64: JSONCodable {
    /// Reads an integer from 0 to 2^64 - 1; `1e3` and `5.0` are integers.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> UInt64 {
        try reader.number(UInt64.self)
    }

    /// Writes the integer.
    public func write(to writer: inout JSONWriter) {
        writer.integer(self)
    }
}

extension Double: JSONCodable {
    /// Reads the nearest double; a number beyond the largest is an error.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Double {
        try reader.double()
    }

    /// Writes the shortest number that reads the same; NaN and the infinities are failures.
    public func write(to writer: inout JSONWriter) {
        writer.double(self)
    }
}

extension String: JSONCodable {
    /// Reads a string; half a surrogate pair becomes U+FFFD.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> String {
        try reader.string()
    }

    /// Writes the string, escaping only what must be.
    public func write(to writer: inout JSONWriter) {
        writer.string(self)
    }
}

extension Optional: JSONCodable where Wrapped: JSONCodable {
    /// Reads `null` as nil.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Wrapped? {
        reader.null() ? nil : try Wrapped.read(from: &reader)
    }

    /// Writes nil as `null`.
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}

extension Array: JSONCodable where Element: JSONCodable {
    /// Reads an array of such elements.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> [Element] {
        var elements: [Element] = []
        try reader.cursor.open(ASCII.leftBracket, "an array")
        if reader.cursor.closeEmpty(ASCII.rightBracket) { return elements }
        repeat {
            elements.append(try Element.read(from: &reader))
        } while try reader.cursor.more(until: ASCII.rightBracket)
        return elements
    }

    /// Writes the elements in order.
    public func write(to writer: inout JSONWriter) {
        writer.array(self)
    }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    /// Reads an object of such values; of two equal names the last wins.
    ///
    /// Throws ``JSONError/Kind/ambiguousMember`` for two names of different bytes that `String` takes for equal, such as `"é"` and
    /// `"e\u{301}"`: one of the values would be lost. A ``JSONObject`` holds both.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> [String: Value] {
        var values: [String: Value] = [:]
        try reader.cursor.open(ASCII.leftBrace, "an object")
        if reader.cursor.closeEmpty(ASCII.rightBrace) { return values }
        repeat {
            let offset = reader.offset
            let name = try reader.cursor.name()
            let value = try Value.read(from: &reader)
            if values.updateValue(value, forKey: name) != nil, let index = values.index(forKey: name),
                !values[index].key.hasSameBytes(as: name)
            {
                throw JSONError(
                    .ambiguousMember,
                    "a dictionary cannot hold both spellings of \(JSONError.quote(name))",
                    offset: offset
                )
            }
        } while try reader.cursor.more(until: ASCII.rightBrace)
        return values
    }

    /// Writes the members sorted by name, so that equal dictionaries write equal bytes.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, value) in self.sorted(by: { $0.key.precedes($1.key) }) { writer.member(name, value) }
        }
    }
}
