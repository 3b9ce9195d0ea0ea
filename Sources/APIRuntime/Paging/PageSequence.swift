/// The pages of a list in order.
///
/// From the second page on it reads ahead of its consumer. Throws an ``APIError`` of the kind `pagination` rather than lose or double
/// a row.
public struct PageSequence<O: PaginatedOperation>: AsyncSequence, Sendable {
    /// One page.
    public typealias Element = Page<O>

    let source: PageSource<O>

    /// Reads the pages in order; letting go of it stops the reading ahead.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let reading: PageReading<O>

        /// The next page, or nil after the last.
        public mutating func next() async throws -> Page<O>? {
            try await reading.next()
        }
    }

    /// An iterator that begins with the first page.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(reading: PageReading(source))
    }
}
