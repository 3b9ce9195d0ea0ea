/// A copy of a document's bytes, which readers keep alive as long as they may look at it.
///
/// Behind the last byte stand zeros, which no JSON allows: whoever goes on byte by byte or word by word finds the end by them, and
/// no load needs a check of its own.
final class JSONStorage: Sendable {
    /// As many zeros as the longest load has bytes.
    static let padding = 8

    // Written in `init` only, before anybody else knows the address.
    private nonisolated(unsafe) let base: UnsafeMutablePointer<UInt8>

    /// How many bytes the document has.
    let count: Int

    init(_ bytes: [UInt8]) {
        count = bytes.count
        base = .allocate(capacity: bytes.count + Self.padding)
        bytes.withUnsafeBufferPointer { source in
            if let address = source.baseAddress { base.initialize(from: address, count: source.count) }
        }
        (base + count).initialize(repeating: 0, count: Self.padding)
    }

    deinit {
        base.deallocate()
    }

    /// Runs `body` with a cursor at `offset`.
    @inline(__always)
    func reading<Result>(
        at offset: Int = 0,
        depth: Int = JSONLimits.maximumDepth,
        _ body: (inout JSONCursor) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        var cursor = cursor(at: offset, depth: depth)
        defer { withExtendedLifetime(self) {} }
        return try body(&cursor)
    }

    /// The text of the value at an offset; nil where it is `null` or none is there.
    func value(at offset: Int) -> String? {
        try? reading(at: offset) { cursor throws(JSONError) -> String? in
            let start = cursor.offset
            if cursor.null() { return nil }
            try cursor.skipValue()
            return cursor.text(from: start, to: cursor.offset)
        }
    }

    /// A cursor, which must not outlive the storage.
    @inline(__always)
    func cursor(at offset: Int = 0, depth: Int = JSONLimits.maximumDepth) -> JSONCursor {
        JSONCursor(from: base, count: count, at: offset, depth: depth)
    }
}
