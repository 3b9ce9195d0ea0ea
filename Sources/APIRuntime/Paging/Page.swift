/// One page of a list.
public struct Page<O: PaginatedOperation>: Sendable {
    /// The number of the page; the first is 1.
    public let number: Int
    /// The whole payload of the answer.
    public let output: O.Output
    /// The rows that no earlier page had.
    public internal(set) var items: [O.Element]
}
