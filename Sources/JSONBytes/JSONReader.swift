/// Reads JSON from bytes, one value at a time.
///
/// A reader is lent to ``JSONCodable/read(from:)`` and cannot be copied. It owns what it reads: two readers that are exchanged go on in
/// each other's document.
public struct JSONReader: ~Copyable {
    var cursor: JSONCursor

    /// What the cursor points into: the two only ever move together.
    private var storage: JSONStorage?

    /// What has been found out so far, if anything.
    var findings: JSONFindings?

    init(at cursor: JSONCursor, in storage: JSONStorage) {
        self.cursor = cursor
        self.storage = storage
    }

    /// A reader of nothing.
    init() {
        cursor = .empty
    }

    deinit {
        // The storage lives as long as the reader, whichever of the two was used last.
        withExtendedLifetime(storage) {}
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
        let storage = JSONStorage(bytes)
        var reader = JSONReader(at: storage.cursor(depth: limits.readerDepth), in: storage)
        reader.cursor.isLenient = !limits.strictDecoding
        do throws(JSONError) {
            reader.cursor.skipByteOrderMark()
            reader.cursor.skipSpace()
            let value = try value(&reader)
            try reader.cursor.finish()
            return value
        } catch {
            throw error.located(in: storage)
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

    /// The first value that an optional property could not hold, and how many there are; nil where there is none.
    package var unreadable: (first: JSONError, count: Int)? {
        guard let findings, let storage, let error = findings.firstUnreadable else { return nil }
        return (error.located(in: storage), findings.unreadableCount)
    }

    /// Notes a value that an optional property cannot hold.
    mutating func addUnreadable(_ error: JSONError) {
        let findings = findings ?? JSONFindings()
        self.findings = findings
        findings.addUnreadable(error)
    }

    /// Reads a value of a type, or goes over it and returns why it is none; throws where the document is malformed.
    ///
    /// What is wrong with a value does not keep the rest of the document from being read.
    package mutating func result<T: JSONCodable>(_ type: T.Type) throws(JSONError) -> Result<T, JSONError> {
        let start = cursor.place
        do throws(JSONError) {
            return .success(try T.read(from: &self))
        } catch {
            guard error.kind.isAboutValue, let storage else { throw error }
            cursor.move(to: start)
            try cursor.skipValue()
            return .failure(error.located(in: storage))
        }
    }
}
