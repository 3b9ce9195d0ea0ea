/// The elements of an array, found in one walk; each is read when its turn comes.
struct JSONUnkeyedContainer: UnkeyedDecodingContainer {
    private let decoder: JSONValueDecoder
    private let offsets: [Int]
    private(set) var currentIndex = 0

    init(of decoder: JSONValueDecoder) throws {
        self.decoder = decoder
        offsets = try decoder.document.read(at: decoder.offset, path: decoder.path) { cursor throws(JSONError) in
            var offsets: [Int] = []
            try cursor.open(ASCII.leftBracket, "an array")
            if cursor.closeEmpty(ASCII.rightBracket) { return offsets }
            repeat {
                offsets.append(cursor.offset)
                try cursor.skipValue()
            } while try cursor.more(until: ASCII.rightBracket)
            return offsets
        }
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { offsets.count }
    var isAtEnd: Bool { currentIndex >= offsets.count }

    private var document: JSONDocument { decoder.document }

    private var path: JSONCodingPath { .key(JSONMemberKey(intValue: currentIndex), decoder.path) }

    /// Where the element at hand begins.
    private func offset(_ type: Any.Type) throws -> Int {
        guard currentIndex < offsets.count else {
            throw DecodingError.valueNotFound(
                type,
                .init(codingPath: path.keys, debugDescription: "the array has no more elements")
            )
        }
        return offsets[currentIndex]
    }

    /// Goes on to the next element once this one is read.
    private mutating func next<Value>(_ read: (JSONUnkeyedContainer, Int) throws -> Value) throws -> Value {
        let value = try read(self, try offset(Value.self))
        currentIndex += 1
        return value
    }

    private mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        try next { try $0.document.integer(type, at: $1, path: $0.path) }
    }

    mutating func decodeNil() throws -> Bool {
        guard document.isNull(at: try offset(Never?.self)) else { return false }
        currentIndex += 1
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
        try next { try $0.document.value(type, at: $1, path: $0.path) }
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
