/// Checks that the pages of a list fit together, and knows which is the last.
///
/// Rather than lose or double a row it throws an ``APIError`` of the kind `pagination`.
struct PageVerifier<O: PaginatedOperation>: Sendable {
    private let size: Int
    private let numbering: PageNumbering
    private var previous: [O.Element] = []
    private var seen = SeenPages()
    /// Rows handed on, and rows left out because a list that grows at its front pushed them onto the next page.
    private var accounted = 0
    private(set) var total: Int?
    private(set) var isComplete = false
    /// Whether the last page had fewer rows than were asked for.
    private(set) var isShort = false
    /// The rows of a page as far as is known: fewer than were asked for if the service allows only so many.
    private(set) var pageSize: Int

    init(size: Int, numbering: PageNumbering) {
        self.size = size
        self.numbering = numbering
        pageSize = size
    }

    /// The rows before the next page, once pages have turned out to be of another size than the one they are counted by.
    var rowOffset: Int? { numbering == .rowOffset && pageSize < size ? accounted : nil }

    /// The rows of the next page that are new.
    mutating func accept(_ page: Page<O>) throws(APIError) -> [O.Element] {
        try checkEcho(of: page)
        let growth = try growth(of: page)
        let fresh = try rowsNotSeen(on: page, growth: growth)
        previous = page.items
        accounted += page.items.count
        try noteEnd(after: page)
        return fresh
    }

    /// A list ends with an empty page, or with its total on a page that is not full: a full one may have been cut off by a total that lags
    /// behind. Without a total even a short page may be followed by others.
    private mutating func noteEnd(after page: Page<O>) throws(APIError) {
        isShort = page.items.count < size
        let isFull = page.items.count == size || page.items.count == pageSize
        if page.items.isEmpty {
            if let total, accounted < total {
                throw fault("Page \(page.number) is empty after \(accounted) of \(total) rows", isAboutNumbering: true)
            }
            isComplete = true
        } else if !isFull, let total, accounted >= total {
            isComplete = true
        } else if isShort {
            pageSize = pageSize < size ? max(pageSize, page.items.count) : page.items.count
        }
    }

    /// Throws where a page says that it is another than the one asked for.
    func checkEcho(of page: Page<O>) throws(APIError) {
        // Of pages that begin at any row the service may say any number.
        guard rowOffset == nil, let echo = O.pagination.pageEcho?(page.output) else { return }
        let offset = try? PageNumbering.rowOffset.parameter(forPage: page.number, size: size)
        let isExpected =
            switch numbering {
            case .page: echo == page.number || (page.number == 1 && echo == 0)
            case .rowOffset: echo == page.number || echo == (offset ?? 0)
            }
        if !isExpected { throw fault("Page \(page.number) was asked for and page \(echo) answered", isAboutNumbering: true) }
    }

    private mutating func growth(of page: Page<O>) throws(APIError) -> Int {
        guard let new = O.pagination.total?(page.output), new > 0 else { return 0 }
        let old = total
        total = new
        guard let old else { return 0 }
        guard new >= old else {
            throw fault("The list shrank from \(old) to \(new) rows while it was read, so that rows may have been skipped")
        }
        return new - old
    }

    private mutating func rowsNotSeen(on page: Page<O>, growth: Int) throws(APIError) -> [O.Element] {
        guard !page.items.isEmpty else { return [] }
        let present = PageContent(page.items, identity: O.pagination.identity)
        let earlier = seen.insert(present, number: page.number)
        let fresh = try rowsNotBefore(page, present, growth: growth)
        if let earlier, !isConfirmed(page, present) { throw repetition(of: page, earlier) }
        let identities = fresh.compactMap { O.pagination.identity?($0) }
        if let earlier = seen.insertRows(identities, number: page.number) {
            throw fault("Page \(page.number) has rows of page \(earlier)", isAboutNumbering: true)
        }
        return fresh
    }

    /// Whether the service says that a page is the one asked for although it looks like another, because all its rows are equal.
    private func isConfirmed(_ page: Page<O>, _ content: PageContent<O.Element>) -> Bool {
        !content.hasIdentities && content.isUniform && page.number > 1 && O.pagination.pageEcho?(page.output) == page.number
    }

    /// The rows that were not on the page before.
    private func rowsNotBefore(
        _ page: Page<O>,
        _ present: PageContent<O.Element>,
        growth: Int
    ) throws(APIError) -> [O.Element] {
        guard !previous.isEmpty else { return page.items }
        let before = PageContent(previous, identity: O.pagination.identity)
        if before.hasIdentities || present.hasIdentities {
            let seen = Set(before.identities.compactMap(\.self))
            let isRepeated = present.identities.map { identity in identity.map(seen.contains) ?? false }
            let repeated = isRepeated.count { $0 }
            if repeated == 0 { return page.items }
            if repeated == page.items.count { throw repetition(of: page, page.number - 1) }
            guard repeated <= growth else {
                throw fault("Page \(page.number) has \(repeated) rows of the page before it", isAboutNumbering: true)
            }
            return zip(page.items, isRepeated).filter { !$0.1 }.map(\.0)
        }
        let hasEcho = page.number > 1 && O.pagination.pageEcho?(page.output) == page.number
        if present.equals(before), !isConfirmed(page, present) { throw repetition(of: page, page.number - 1) }
        if !hasEcho, numbering == .page {
            // Taken as a row offset, the number moves the page by 2 rows, then by 1.
            let shift = page.number == 2 ? 2 : 1
            if present.overlaps(before, by: shift) {
                throw fault("Page \(page.number) is the page before it moved by \(shift) rows", isAboutNumbering: true)
            }
        }
        return page.items
    }

    private func repetition(of page: Page<O>, _ earlier: Int) -> APIError {
        let text = earlier == page.number - 1 ? "the page before it" : "page \(earlier)"
        return fault("Page \(page.number) repeats \(text)", isAboutNumbering: true)
    }

    private func fault(_ fact: String, isAboutNumbering: Bool = false) -> APIError {
        let rules =
            """
            . There are two rules of numbering: by page, 1, 2, 3, and by row offset, 0, \(size), 2 times \(size). \
            This client counts by \(numbering == .page ? "page" : "row offset"); \
            if the service does not, set `pageNumbering = .\(numbering == .page ? "rowOffset" : "page")`
            """
        return APIError(kind: .pagination, operation: O.descriptor.id, message: isAboutNumbering ? fact + rules : fact)
    }
}
