/// Reads JSON from bytes, one value at a time.
///
/// A reader is lent to ``JSONCodable/read(from:)`` and cannot be copied, because it is valid only while the bytes are.
public struct JSONReader: ~Copyable {
    var cursor: JSONCursor

    init(cursor: JSONCursor) {
        self.cursor = cursor
    }

    /// Reads a whole document; throws ``JSONError`` with path and byte offset, also when something follows the document.
    public static func read<T: JSONCodable>(
        _ type: T.Type,
        from bytes: [UInt8],
        limits: JSONLimits = .init()
    ) throws(JSONError) -> T {
        try read(from: bytes, limits: limits) { (reader: inout JSONReader) throws(JSONError) -> T in try T.read(from: &reader) }
    }

    /// Reads a whole document by a function, which must read, or skip, one value; throws as ``read(_:from:limits:)`` does.
    @inline(__always)
    public static func read<Value>(
        from bytes: [UInt8],
        limits: JSONLimits = .init(),
        _ value: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        do throws(JSONError) {
            let depth = min(max(limits.depth, 0), JSONLimits.maximumDepth)
            return try JSONCursor.reading(bytes, depth: depth) { (cursor) throws(JSONError) -> Value in
                var reader = JSONReader(cursor: cursor)
                reader.cursor.skipByteOrderMark()
                reader.cursor.skipSpace()
                let value = try value(&reader)
                try reader.cursor.finish()
                return value
            }
        } catch {
            throw error.located(in: bytes)
        }
    }

    /// How many bytes of the document lie before the reader.
    public var offset: Int { cursor.offset }

    /// Reads the value at hand.
    public mutating func read<T: JSONCodable>(_ type: T.Type) throws(JSONError) -> T {
        try T.read(from: &self)
    }

    /// Reads a string; half a surrogate pair becomes U+FFFD.
    public mutating func string() throws(JSONError) -> String {
        try cursor.string()
    }

    /// Reads an `Int`; `1e3` and `5.0` are integers. Throws ``JSONError/Kind/outOfRange`` where it does not fit.
    public mutating func integer() throws(JSONError) -> Int {
        try number(Int.self)
    }

    /// Reads an integer of a type of any width, signed or not; `1e3` and `5.0` are integers.
    ///
    /// Throws ``JSONError/Kind/outOfRange`` where it does not fit the type.
    public mutating func number<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(JSONError) -> Integer {
        let start = cursor.offset
        guard let value = cursor.plainInteger() else { return try cursor.unusualInteger(type) }
        guard let result = Integer(exactly: value) else {
            throw JSONError(.outOfRange, "the number does not fit \(Integer.self)", offset: start)
        }
        return result
    }

    /// Reads a finite number.
    public mutating func double() throws(JSONError) -> Double {
        try cursor.double()
    }

    /// Reads `true` or `false`.
    public mutating func bool() throws(JSONError) -> Bool {
        try cursor.bool()
    }

    /// Reads `null` if it is at hand, and tells whether it was.
    public mutating func null() -> Bool {
        cursor.null()
    }

    /// Goes over the value at hand, checking it.
    public mutating func skip() throws(JSONError) {
        try cursor.skipValue()
    }

    /// Goes over the value at hand, checking it, and returns its bytes.
    public mutating func bytes() throws(JSONError) -> [UInt8] {
        let start = cursor.offset
        try cursor.skipValue()
        return cursor.bytes(from: start, to: cursor.offset)
    }

    /// Reads an object member by member; where `member` returns false, the value is skipped.
    public mutating func object(
        _ member: (inout JSONReader, _ name: String) throws(JSONError) -> Bool
    ) throws(JSONError) {
        try cursor.open(ASCII.leftBrace, "an object")
        if cursor.closeEmpty(ASCII.rightBrace) { return }
        repeat {
            let name = try cursor.name()
            if try !member(&self, name) { try cursor.skipValue() }
        } while try cursor.more(until: ASCII.rightBrace)
    }

    /// Reads an array element by element; `element` must read, or skip, one value.
    public mutating func array(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        try cursor.open(ASCII.leftBracket, "an array")
        if cursor.closeEmpty(ASCII.rightBracket) { return }
        repeat {
            try element(&self)
        } while try cursor.more(until: ASCII.rightBracket)
    }

    /// The string member of that name in the object at hand, which is not consumed; nil where there is none.
    public func discriminator(_ name: String) -> String? {
        var walker = cursor
        var found: String?
        do throws(JSONError) {
            try walker.open(ASCII.leftBrace, "an object")
            if walker.closeEmpty(ASCII.rightBrace) { return nil }
            repeat {
                if try walker.name() == name {
                    found = walker.byte == ASCII.quote ? try walker.string() : nil
                    if found != nil { continue }
                }
                try walker.skipValue()
            } while try walker.more(until: ASCII.rightBrace)
            return found
        } catch {
            // Whoever reads the object says what is wrong with it.
            return found
        }
    }

    /// Reads the value at hand if it is a `type`, else stays where it is.
    ///
    /// If `strict`, a member that the type does not name is a failure too, except inside nested objects.
    public mutating func attempt<T: JSONCodable>(_ type: T.Type, strict: Bool = false) -> T? {
        let start = cursor
        cursor.strictOffset = strict ? cursor.offset : -1
        do throws(JSONError) {
            let value = try T.read(from: &self)
            cursor.strictOffset = start.strictOffset
            return value
        } catch {
            cursor = start
            return nil
        }
    }
}
