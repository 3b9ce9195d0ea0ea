/// The elements of an array, each found when its turn comes.
struct JSONUnkeyedContainer: UnkeyedDecodingContainer {
    private let decoder: JSONValueDecoder
    private let extent = JSONExtent()
    private(set) var currentIndex = 0

    /// Where the element at hand begins; nil behind the last.
    private var position: Int?

    init(of decoder: JSONValueDecoder) throws {
        self.decoder = decoder
        position = try decoder.document.read(at: decoder.offset, path: decoder.path) { cursor throws(JSONError) -> Int? in
            try cursor.open(ASCII.leftBracket, "an array")
            return cursor.closeEmpty(ASCII.rightBracket) ? nil : cursor.offset
        }
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var isAtEnd: Bool { position == nil }

    /// Found by a walk over the array when it is first asked for.
    var count: Int? {
        extent.count {
            (try? document.read(at: decoder.offset, path: decoder.path) { cursor throws(JSONError) in try cursor.countElements() })
                ?? 0
        }
    }

    private var document: JSONDocument { decoder.document }

    private var path: JSONCodingPath { .key(JSONMemberKey(intValue: currentIndex), decoder.path) }

    /// Where the element at hand begins.
    private func offset(_ type: Any.Type) throws -> Int {
        if let position { return position }
        throw DecodingError.valueNotFound(
            type,
            .init(codingPath: path.keys, debugDescription: "the array has no more elements")
        )
    }

    /// Goes on to the next element once this one is read.
    private mutating func next<Value>(_ read: (JSONUnkeyedContainer, Int) throws -> Value) throws -> Value {
        let start = try offset(Value.self)
        let value = try read(self, start)
        try advance(from: start)
        return value
    }

    private mutating func advance(from start: Int) throws {
        let end = extent.end(of: start)
        position = try document.read(at: end ?? start, path: decoder.path) { cursor throws(JSONError) -> Int? in
            if end == nil { try cursor.skipValue() }
            return try cursor.more(until: ASCII.rightBracket) ? cursor.offset : nil
        }
        currentIndex += 1
    }

    private mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        try next { try $0.document.integer(type, at: $1, path: $0.path) }
    }

    mutating func decodeNil() throws -> Bool {
        let start = try offset(Never?.self)
        guard document.isNull(at: start) else { return false }
        try advance(from: start)
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool {
        try next { try $0.document.bool(at: $1, path: $0.path) }
    }

    mutating func decode(_ type: String.Type) throws -> String {
        try next { try $0.document.string(at: $1, path: $0.path) }
    }

    mutating func decode(_ type: Double.Type) throws -> Double {
        try next { try $0.document.double(at: $1, path: $0.path) }
    }

    mutating func decode(_ type: Float.Type) throws -> Float {
        try next { try $0.document.float(at: $1, path: $0.path) }
    }

    mutating func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try next { try $0.document.value(type, at: $1, path: $0.path, extent: $0.extent) }
    }

    mutating func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) throws -> KeyedDecodingContainer<NestedKey>
    {
        try nextDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try nextDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
        try nextDecoder()
    }

    private mutating func nextDecoder() throws -> JSONValueDecoder {
        try next { JSONValueDecoder(document: $0.document, offset: $1, path: $0.path) }
    }
}

extension JSONCursor {
    /// Goes over an array and counts its elements.
    fileprivate mutating func countElements() throws(JSONError) -> Int {
        var count = 0
        try open(ASCII.leftBracket, "an array")
        if closeEmpty(ASCII.rightBracket) { return count }
        repeat {
            try skipValue()
            count += 1
        } while try more(until: ASCII.rightBracket)
        return count
    }
}
