/// A window into a list.
struct Page: Sendable {
    static let defaultSize: Int64 = 20
    static let maximumSize: Int64 = 100

    /// The number of the page asked for, from 1.
    let number: Int64
    let size: Int64
    /// Whether the rows of the page before are served under this page's number.
    let repeatsPrevious: Bool

    init(
        offset: Int64?,
        limit: Int64?,
        rule: PagingRule,
        maximumSize: Int64 = Page.maximumSize,
        repeatsPrevious: Bool = false
    ) {
        size = min(max(limit ?? Self.defaultSize, 1), maximumSize)
        number =
            switch rule {
            case .pages: max(offset ?? 1, 1)
            case .rowOffset: min(max(offset ?? 0, 0) / size, .max - 1) + 1
            }
        self.repeatsPrevious = repeatsPrevious
    }

    /// The positions of this page in a list; empty past its end.
    func range(of count: Int) -> Range<Int> {
        let preceding = max(repeatsPrevious ? number - 2 : number - 1, 0)
        // Compared before multiplying, which could overflow.
        guard preceding <= Int64(count) / size else { return count..<count }
        let first = Int(preceding * size)
        return first..<min(first + Int(size), count)
    }

    /// The members that tell the reader which page this is.
    var echo: [JSON.Member] {
        [JSON.Member(name: "page_index", value: .integer(number)), JSON.Member(name: "page_size", value: .integer(size))]
    }
}
