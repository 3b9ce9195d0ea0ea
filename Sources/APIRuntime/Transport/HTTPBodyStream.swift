import NIOCore

/// The body of an answer as pieces of bytes, to be read once.
public struct HTTPBodyStream: AsyncSequence, Sendable {
    /// One piece of the body.
    public typealias Element = [UInt8]

    private enum Source: Sendable {
        case whole([UInt8])
        case pieces(@Sendable () -> () async throws -> [UInt8]?)
        case buffers(@Sendable () -> () async throws -> ByteBuffer?)
    }

    private let source: Source

    /// A body from a function that makes a function that returns the next piece, and nil at the end.
    public init(_ makeNext: @escaping @Sendable () -> () async throws -> [UInt8]?) {
        source = .pieces(makeNext)
    }

    /// A body that is there already.
    public init(_ bytes: [UInt8]) {
        source = .whole(bytes)
    }

    private init(source: Source) {
        self.source = source
    }

    /// A body from a function that makes a function that returns the next buffer, and nil at the end.
    static func buffers(_ makeNext: @escaping @Sendable () -> () async throws -> ByteBuffer?) -> HTTPBodyStream {
        HTTPBodyStream(source: .buffers(makeNext))
    }

    /// Reads the pieces in order.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let nextPiece: () async throws -> [UInt8]?

        /// The next piece, or nil at the end.
        public mutating func next() async throws -> [UInt8]? {
            try await nextPiece()
        }
    }

    /// An iterator over the pieces.
    public func makeAsyncIterator() -> AsyncIterator {
        switch source {
        case .whole(let bytes):
            var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
            return AsyncIterator {
                defer { rest = nil }
                return rest
            }
        case .pieces(let makeNext): return AsyncIterator(nextPiece: makeNext())
        case .buffers(let makeNext):
            let next = makeNext()
            return AsyncIterator { try await next().map { Array($0.readableBytesView) } }
        }
    }

    /// Reads the whole body, each byte copied at most once; throws as soon as it is larger than allowed.
    func collect(upTo maximum: Int, expected: Int?, onPiece: () -> Void) async throws -> [UInt8] {
        let maximum = Swift.max(0, maximum)
        var body: [UInt8] = []
        func makeRoom(for count: Int) throws {
            guard count <= maximum - body.count else {
                throw HTTPTransportError(.bodyTooLarge, "The answer is larger than \(maximum) bytes")
            }
            // What a server announces may not be true, or the size of what was compressed.
            if body.isEmpty, let expected { body.reserveCapacity(Swift.min(Swift.max(count, expected), maximum, 4 << 20)) }
        }
        switch source {
        case .whole(let bytes):
            try makeRoom(for: bytes.count)
            onPiece()
            return bytes
        case .pieces(let makeNext):
            let next = makeNext()
            while let piece = try await next() {
                try makeRoom(for: piece.count)
                if body.isEmpty, expected ?? 0 <= piece.count { body = piece } else { body += piece }
                onPiece()
            }
        case .buffers(let makeNext):
            let next = makeNext()
            while let buffer = try await next() {
                try makeRoom(for: buffer.readableBytes)
                buffer.withUnsafeReadableBytes { body.append(contentsOf: $0) }
                onPiece()
            }
        }
        return body
    }
}
