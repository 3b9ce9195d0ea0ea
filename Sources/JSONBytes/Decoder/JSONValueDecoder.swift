/// The decoder of one value of a document.
struct JSONValueDecoder: Decoder {
    let document: JSONDocument
    let offset: Int
    let path: JSONCodingPath

    /// Where the container the value is in hears how far the value reaches, if somebody has found out.
    var extent: JSONExtent?

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { document.settings.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try JSONKeyedContainer<Key>(of: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try JSONUnkeyedContainer(of: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        self
    }

    /// Reads a type of this module directly.
    func read<T: JSONCodable>(_ type: T.Type) throws -> T {
        try document.standard(type, at: offset, path: path, extent: extent)
    }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { document.isNull(at: offset) }

    func decode(_ type: Bool.Type) throws -> Bool { try document.bool(at: offset, path: path) }
    func decode(_ type: String.Type) throws -> String { try document.string(at: offset, path: path) }
    func decode(_ type: Double.Type) throws -> Double { try document.double(at: offset, path: path) }
    func decode(_ type: Float.Type) throws -> Float { try document.float(at: offset, path: path) }
    func decode(_ type: Int.Type) throws -> Int { try document.integer(type, at: offset, path: path) }
    func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(type, at: offset, path: path) }
    func decode(_ type: Int16.Type) throws -> Int16 { try document.integer(type, at: offset, path: path) }
    func decode(_ type: Int32.Type) throws -> Int32 { try document.integer(type, at: offset, path: path) }
    func decode(_ type: Int64.Type) throws -> Int64 { try document.integer(type, at: offset, path: path) }
    func decode(_ type: UInt.Type) throws -> UInt { try document.integer(type, at: offset, path: path) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try document.integer(type, at: offset, path: path) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try document.integer(type, at: offset, path: path) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try document.integer(type, at: offset, path: path) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try document.integer(type, at: offset, path: path) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try document.value(type, at: offset, path: path) }
}
