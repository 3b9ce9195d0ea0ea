import JSONBytes

/// The rows of a list, page after page.
///
/// Nothing is sent before the first row is asked for. Once half of the first page is consumed, pages are read ahead, so that a short
/// prefix costs one request. Throws an ``APIError`` of the kind `pagination` rather than lose or double a row.
public struct PagedSequence<O: PaginatedOperation>: AsyncSequence, Sendable {
    /// One row.
    public typealias Element = O.Element

    private let source: PageSource<O>

    init(_ source: PageSource<O>) {
        self.source = source
    }

    /// The pages instead of their rows.
    public var pages: PageSequence<O> { PageSequence(source: source) }

    /// One page alone; the first is 1. Throws an ``APIError`` of the kind `pagination` where another page answers.
    public func page(_ number: Int) async throws -> O.Output {
        let page = try await source.page(number)
        try PageVerifier<O>(size: source.size, numbering: source.numbering).checkEcho(of: page)
        return page.output
    }

    /// All rows in one array, or the first of them.
    public func collect(limit: Int? = nil) async throws -> [O.Element] {
        var rows: [O.Element] = []
        if let limit, limit <= 0 { return rows }
        for try await row in self {
            rows.append(row)
            if rows.count == limit { break }
        }
        return rows
    }

    /// Reads the rows in order; letting go of it stops the reading ahead.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let reading: PageReading<O>
        private var rows: [O.Element] = []
        private var position = 0

        init(_ reading: PageReading<O>) {
            self.reading = reading
        }

        /// The next row, or nil after the last.
        public mutating func next() async throws -> O.Element? {
            try Task.checkCancellation()
            while position >= rows.count {
                guard let page = try await reading.next() else { return nil }
                rows = page.items
                position = 0
            }
            if position > 0, position >= rows.count - position { reading.readAhead() }
            defer { position += 1 }
            return rows[position]
        }
    }

    /// An iterator that begins with the first row.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(PageReading(source))
    }
}

extension PagedSequence where O.Element: JSONComposite {
    /// The rows as a type of the caller's; throws `DecodingError` at the first row that does not fit.
    public func decoded<T: Decodable & Sendable>(
        as type: T.Type,
        decoder: JSONBytesDecoder = JSONBytesDecoder()
    ) -> AsyncThrowingMapSequence<Self, T> {
        map { row in try decoder.decode(type, from: row.jsonBytes()) }
    }
}
