/// Where an operation has its page number and size, and its answers their rows, total and page.
public struct Pagination<O: PaginatedOperation>: Sendable {
    let defaultSize: Int
    let setPage: @Sendable (inout O, Int?) -> Void
    let size: @Sendable (O) -> Int?
    let items: @Sendable (O.Output) -> [O.Element]
    let total: (@Sendable (O.Output) -> Int?)?
    let pageEcho: (@Sendable (O.Output) -> Int?)?
    let identity: (@Sendable (O.Element) -> String?)?

    /// Describes the pages of an operation.
    ///
    /// - Parameters:
    ///   - defaultSize: the rows of a page where the operation asks for no size.
    ///   - setPage: sets the page parameter; nil leaves it out.
    ///   - size: the rows the operation asks for.
    ///   - items: the rows of an answer.
    ///   - total: the rows of the whole list, where answers tell.
    ///   - pageEcho: the page an answer says it is, where answers tell.
    ///   - identity: what tells a row from all others, where rows have such a thing.
    public init(
        defaultSize: Int,
        setPage: @escaping @Sendable (inout O, Int?) -> Void,
        size: @escaping @Sendable (O) -> Int?,
        items: @escaping @Sendable (O.Output) -> [O.Element],
        total: (@Sendable (O.Output) -> Int?)? = nil,
        pageEcho: (@Sendable (O.Output) -> Int?)? = nil,
        identity: (@Sendable (O.Element) -> String?)? = nil
    ) {
        self.defaultSize = defaultSize
        self.setPage = setPage
        self.size = size
        self.items = items
        self.total = total
        self.pageEcho = pageEcho
        self.identity = identity
    }
}
