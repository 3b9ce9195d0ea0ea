#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The bytes that decoders and containers share, and how values are decoded from them.
final class JSONDocument: Sendable {
    let storage: JSONStorage
    let settings: JSONBytesDecoder

    init(bytes: [UInt8], settings: JSONBytesDecoder) {
        storage = JSONStorage(bytes)
        self.settings = settings
    }

    /// Checks the whole document, once, and returns where its value begins.
    func check() throws -> Int {
        do throws(JSONError) {
            return try storage.reading(depth: settings.limits.readerDepth) { cursor throws(JSONError) -> Int in
                cursor.skipByteOrderMark()
                cursor.skipSpace()
                let start = cursor.offset
                try cursor.skipValue()
                try cursor.finish()
                return start
            }
        } catch {
            throw decodingError(error, at: 0, expecting: JSONValue.self, path: .root)
        }
    }

    /// Runs `body` with a cursor at `offset`; its errors become `DecodingError`.
    @inline(__always)
    func read<Value>(
        at offset: Int,
        path: @autoclosure () -> JSONCodingPath,
        _ body: (inout JSONCursor) throws(JSONError) -> Value
    ) throws -> Value {
        do throws(JSONError) {
            return try storage.reading(at: offset, body)
        } catch {
            throw decodingError(error, at: offset, expecting: Value.self, path: path())
        }
    }

    /// Whether `null` is there.
    func isNull(at offset: Int) -> Bool {
        storage.cursor(at: offset).byte == ASCII.n
    }

    func integer<Integer: FixedWidthInteger>(
        _ type: Integer.Type,
        at offset: Int,
        path: @autoclosure () -> JSONCodingPath
    ) throws -> Integer {
        try read(at: offset, path: path()) { cursor throws(JSONError) in
            if let plain = cursor.plainInteger(), let value = Integer(exactly: plain) { return value }
            cursor.move(to: offset)
            return try cursor.unusualInteger(Integer.self)
        }
    }

    func bool(at offset: Int, path: @autoclosure () -> JSONCodingPath) throws -> Bool {
        try read(at: offset, path: path()) { cursor throws(JSONError) in try cursor.bool() }
    }

    func string(at offset: Int, path: @autoclosure () -> JSONCodingPath) throws -> String {
        try read(at: offset, path: path()) { cursor throws(JSONError) in try cursor.string() }
    }

    func double(at offset: Int, path: @autoclosure () -> JSONCodingPath) throws -> Double {
        try read(at: offset, path: path()) { cursor throws(JSONError) in try cursor.double() }
    }

    func float(at offset: Int, path: @autoclosure () -> JSONCodingPath) throws -> Float {
        try read(at: offset, path: path()) { cursor throws(JSONError) in
            let value = Float(try cursor.double())
            guard value.isFinite else { throw JSONError(.outOfRange, "the number does not fit Float", offset: offset) }
            return value
        }
    }

    /// Any other type: dates, decimal numbers, URLs, data and the commonest arrays are read directly, the rest reads itself.
    func value<T: Decodable>(
        _ type: T.Type,
        at offset: Int,
        path: @autoclosure () -> JSONCodingPath,
        extent: JSONExtent? = nil
    ) throws -> T {
        if type == Date.self, let value = try date(at: offset, path: path()) as? T { return value }
        if type == Decimal.self, let value = try standard(Decimal.self, at: offset, path: path()) as? T { return value }
        if type == URL.self, let value = try standard(URL.self, at: offset, path: path()) as? T { return value }
        if type == Data.self, let value = try standard(Data.self, at: offset, path: path()) as? T { return value }
        if type == [String].self, let value = try standard([String].self, at: offset, path: path()) as? T { return value }
        if type == [Int].self, let value = try standard([Int].self, at: offset, path: path()) as? T { return value }
        if type == [Double].self, let value = try standard([Double].self, at: offset, path: path()) as? T { return value }
        return try T(from: JSONValueDecoder(document: self, offset: offset, path: path(), extent: extent))
    }

    /// A type of this module, read directly.
    func standard<T: JSONCodable>(
        _ type: T.Type,
        at offset: Int,
        path: @autoclosure () -> JSONCodingPath,
        extent: JSONExtent? = nil
    ) throws -> T {
        try read(at: offset, path: path()) { cursor throws(JSONError) in
            var reader = JSONReader(at: cursor, in: storage)
            reader.cursor.isLenient = !settings.limits.strictDecoding
            let value = try T.read(from: &reader)
            extent?.set(reader.cursor.offset, of: offset)
            return value
        }
    }

    private func date(at offset: Int, path: @autoclosure () -> JSONCodingPath) throws -> Date {
        let unit: JSONTimestamp.Unit
        switch settings.dateStrategy {
        case .dateTime: return try standard(Date.self, at: offset, path: path())
        case .unixTime: unit = .seconds
        case .unixTimeMilliseconds: unit = .milliseconds
        case .unixTimeAny: unit = .any
        }
        return try read(at: offset, path: path()) { cursor throws(JSONError) in try cursor.date(unit) }
    }

    @inline(never)
    private func decodingError(_ error: JSONError, at offset: Int, expecting type: Any.Type, path: JSONCodingPath)
        -> DecodingError
    {
        let error = error.located(in: storage)
        let context = DecodingError.Context(codingPath: path.keys, debugDescription: error.description, underlyingError: error)
        guard error.kind == .typeMismatch else { return .dataCorrupted(context) }
        return error.offset == offset && isNull(at: offset) ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

/// The keys that lead to a value, linked so that going down costs one step and no array.
indirect enum JSONCodingPath {
    case root
    case key(any CodingKey, JSONCodingPath)

    var keys: [any CodingKey] {
        var keys: [any CodingKey] = []
        var rest = self
        while case .key(let key, let parent) = rest {
            keys.append(key)
            rest = parent
        }
        return keys.reversed()
    }
}
