import JSONBytes

/// The rows of a list as a type of the caller's, page after page.
///
/// It reads ahead as ``PagedSequence`` does. Throws `DecodingError` at the first row that does not fit, whose description names
/// the row and its page, and ends there; what else it throws is what ``PagedSequence`` does.
public struct DecodedSequence<O: PaginatedOperation, Row: Decodable & Sendable>: AsyncSequence, Sendable
where O.Element: JSONComposite {
    /// One row.
    public typealias Element = Row

    let rows: PagedSequence<O>
    let decoder: JSONBytesDecoder

    /// All rows in one array, or the first of them.
    public func collect(limit: Int? = nil) async throws -> [Row] {
        try await collected(limit)
    }

    /// The first row, or nil where there is none.
    public func first() async throws -> Row? {
        try await collect(limit: 1).first
    }

    /// Reads the rows in order; letting go of it stops the reading ahead.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// Nil once an error was thrown, so that nobody takes what follows for the rest of the list.
        var rows: PagedSequence<O>.AsyncIterator?
        let decoder: JSONBytesDecoder

        /// The next row, or nil after the last and after an error.
        public mutating func next() async throws -> Row? {
            do {
                guard let row = try await rows?.next() else { return nil }
                return try decoder.decode(Row.self, from: row)
            } catch {
                defer { rows = nil }
                guard let mismatch = error as? DecodingError, let rows else { throw error }
                throw mismatch.told(of: rows.place)
            }
        }
    }

    /// An iterator that begins with the first row.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(rows: rows.makeAsyncIterator(), decoder: decoder)
    }
}

extension DecodingError {
    /// The same error with the place of the row in front of its description.
    fileprivate func told(of place: String) -> DecodingError {
        func told(_ context: Context) -> Context {
            Context(
                codingPath: context.codingPath,
                debugDescription: "\(place): \(context.debugDescription)",
                underlyingError: context.underlyingError
            )
        }
        return switch self {
        case .typeMismatch(let type, let context): .typeMismatch(type, told(context))
        case .valueNotFound(let type, let context): .valueNotFound(type, told(context))
        case .keyNotFound(let key, let context): .keyNotFound(key, told(context))
        case .dataCorrupted(let context): .dataCorrupted(told(context))
        @unknown default: self
        }
    }
}
