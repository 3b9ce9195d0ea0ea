/// An operation that answers a list page by page.
public protocol PaginatedOperation: APIOperation {
    /// One row of the list.
    associatedtype Element: Sendable
    /// Where the page number, the size and the rows are.
    static var pagination: Pagination<Self> { get }
}
