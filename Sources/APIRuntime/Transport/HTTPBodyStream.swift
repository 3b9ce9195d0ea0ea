/// The body of an answer as pieces of bytes, to be read once.
public struct HTTPBodyStream: AsyncSequence, Sendable {
    /// One piece of the body.
    public typealias Element = [UInt8]

    private let makeNext: @Sendable () -> () async throws -> [UInt8]?

    /// A body from a function that makes a function that returns the next piece, and nil at the end.
    public init(_ makeNext: @escaping @Sendable () -> () async throws -> [UInt8]?) {
        self.makeNext = makeNext
    }

    /// A body that is there already.
    public init(_ bytes: [UInt8]) {
        self.init {
            var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
            return {
                defer { rest = nil }
                return rest
            }
        }
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
        AsyncIterator(nextPiece: makeNext())
    }
}
