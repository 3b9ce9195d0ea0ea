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
        try await response(toPage: number).output
    }

    /// One page alone, with status, headers, raw body and the number of attempts; throws as ``page(_:)`` does.
    public func response(toPage number: Int) async throws -> APIResponse<O.Output> {
        let response = try await source.response(toPage: number)
        let verifier = PageVerifier<O>(size: source.size, numbering: source.numbering)
        try verifier.checkEcho(of: source.page(number, of: response.output))
        return response
    }

    /// All rows in one array, or the first of them.
    public func collect(limit: Int? = nil) async throws -> [O.Element] {
        try await collected(limit)
    }

    /// The first row, or nil where there is none.
    public func first() async throws -> O.Element? {
        try await collect(limit: 1).first
    }

    /// Reads the rows in order; letting go of it stops the reading ahead.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let reading: PageReading<O>
        private var rows: [O.Element] = []
        private var position = 0
        private var page = 0

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
                self.page = page.number
            }
            if position > 0, position >= rows.count - position { reading.readAhead() }
            defer { position += 1 }
            return rows[position]
        }

        /// Where the row handed on last is, for people.
        var place: String { "row \(position) of page \(page)" }
    }

    /// An iterator that begins with the first row.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(PageReading(source))
    }
}

extension PagedSequence where O.Element: JSONComposite {
    /// The rows as a type of the caller's; throws `DecodingError` at the first row that does not fit, and tells which it is.
    public func decoded<T: Decodable & Sendable>(
        as type: T.Type,
        decoder: JSONBytesDecoder = JSONBytesDecoder()
    ) -> DecodedSequence<O, T> {
        DecodedSequence(rows: self, decoder: decoder)
    }
}

extension AsyncSequence {
    /// All elements, or the first of them; no more are asked for than are wanted.
    func collected(_ limit: Int?) async throws -> [Element] {
        var elements: [Element] = []
        if let limit, limit <= 0 { return elements }
        for try await element in self {
            elements.append(element)
            if elements.count == limit { break }
        }
        return elements
    }
}
