/// The members of an object, found in one walk; each value is read when it is asked for.
///
/// A class, because the standard library copies the container for every call.
final class JSONKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let decoder: JSONValueDecoder
    private let members: JSONMemberTable

    /// Names of which `allKeys` has more than one spelling: `String` takes them for equal, so that a dictionary would lose all but one.
    private var ambiguousNames: Set<String> = []

    init(of decoder: JSONValueDecoder) throws {
        self.decoder = decoder
        members = try decoder.document.read(at: decoder.offset, path: decoder.path) { cursor throws(JSONError) in
            let members = try JSONMemberTable(of: &cursor)
            decoder.extent?.set(cursor.offset, of: decoder.offset)
            return members
        }
    }

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] {
        let names = members.names(in: decoder.document)
        var spellings: Set<String> = []
        for name in names where !spellings.insert(name).inserted { ambiguousNames.insert(name) }
        return names.compactMap { Key(stringValue: $0) }
    }

    func contains(_ key: Key) -> Bool {
        members.offset(of: key.stringValue, in: decoder.document) != nil
    }

    private var document: JSONDocument { decoder.document }

    private func path(_ key: any CodingKey) -> JSONCodingPath { .key(key, decoder.path) }

    /// Where the value of a member begins.
    private func offset(_ key: any CodingKey) throws -> Int {
        if !ambiguousNames.isEmpty, ambiguousNames.contains(key.stringValue) { throw ambiguity(of: key) }
        if let offset = members.offset(of: key.stringValue, in: document) { return offset }
        throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "no member \"\(key.stringValue)\""))
    }

    private func ambiguity(of key: any CodingKey) -> DecodingError {
        let name = JSONError.quote(key.stringValue)
        return .dataCorrupted(
            .init(codingPath: codingPath + [key], debugDescription: "a dictionary cannot hold both spellings of \(name)")
        )
    }

    private func integer<Integer: FixedWidthInteger>(_ type: Integer.Type, _ key: Key) throws -> Integer {
        try document.integer(type, at: try offset(key), path: path(key))
    }

    func decodeNil(forKey key: Key) throws -> Bool { document.isNull(at: try offset(key)) }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try document.bool(at: try offset(key), path: path(key))
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try document.string(at: try offset(key), path: path(key))
    }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        try document.double(at: try offset(key), path: path(key))
    }

    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
        try document.float(at: try offset(key), path: path(key))
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try integer(type, key) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try integer(type, key) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try integer(type, key) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try integer(type, key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try integer(type, key) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try integer(type, key) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try integer(type, key) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try integer(type, key) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try integer(type, key) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try integer(type, key) }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try document.value(type, at: try offset(key), path: path(key))
    }

    // Without these a member that may be nil is looked up three times.

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        guard let offset = offsetUnlessNull(key) else { return nil }
        return try document.bool(at: offset, path: path(key))
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let offset = offsetUnlessNull(key) else { return nil }
        return try document.string(at: offset, path: path(key))
    }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        guard let offset = offsetUnlessNull(key) else { return nil }
        return try document.double(at: offset, path: path(key))
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        guard let offset = offsetUnlessNull(key) else { return nil }
        return try document.integer(type, at: offset, path: path(key))
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let offset = offsetUnlessNull(key) else { return nil }
        return try document.value(type, at: offset, path: path(key))
    }

    private func offsetUnlessNull(_ key: Key) -> Int? {
        guard let offset = members.offset(of: key.stringValue, in: document), !document.isNull(at: offset) else { return nil }
        return offset
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        try decoder(JSONMemberKey(stringValue: "super"))
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        try decoder(key)
    }

    private func decoder(_ key: any CodingKey) throws -> JSONValueDecoder {
        JSONValueDecoder(document: document, offset: try offset(key), path: path(key))
    }
}
