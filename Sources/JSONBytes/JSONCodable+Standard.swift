extension Bool: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Bool {
        try reader.bool()
    }

    public func write(to writer: inout JSONWriter) {
        writer.bool(self)
    }
}

extension Int: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Int {
        try reader.integer()
    }

    public func write(to writer: inout JSONWriter) {
        writer.integer(self)
    }
}

extension Int32: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Int32 {
        try reader.number(Int32.self)
    }

    public func write(to writer: inout JSONWriter) {
        writer.integer(Int64(self))
    }
}

extension Int64: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Int64 {
        try reader.number(Int64.self)
    }

    public func write(to writer: inout JSONWriter) {
        writer.integer(self)
    }
}

extension Double: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Double {
        try reader.double()
    }

    public func write(to writer: inout JSONWriter) {
        writer.double(self)
    }
}

extension String: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> String {
        try reader.string()
    }

    public func write(to writer: inout JSONWriter) {
        writer.string(self)
    }
}

extension Optional: JSONCodable where Wrapped: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Wrapped? {
        reader.null() ? nil : try Wrapped.read(from: &reader)
    }

    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}

extension Array: JSONCodable where Element: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> [Element] {
        var elements: [Element] = []
        try reader.cursor.open(ASCII.leftBracket, "an array")
        if reader.cursor.closeEmpty(ASCII.rightBracket) { return elements }
        repeat {
            elements.append(try Element.read(from: &reader))
        } while try reader.cursor.more(until: ASCII.rightBracket)
        return elements
    }

    public func write(to writer: inout JSONWriter) {
        writer.array(self)
    }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    public static func read(from reader: inout JSONReader) throws(JSONError) -> [String: Value] {
        var values: [String: Value] = [:]
        try reader.cursor.open(ASCII.leftBrace, "an object")
        if reader.cursor.closeEmpty(ASCII.rightBrace) { return values }
        repeat {
            let name = try reader.cursor.name()
            values[name] = try Value.read(from: &reader)
        } while try reader.cursor.more(until: ASCII.rightBrace)
        return values
    }

    /// Writes the members sorted by name, so that equal dictionaries write equal bytes.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, value) in self.sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
        }
    }
}
