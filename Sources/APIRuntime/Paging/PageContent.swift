/// The rows of a page as far as they can be told apart.
struct PageContent<Element: Sendable> {
    private let rows: [Element]
    let identities: [String?]

    init(_ rows: [Element], identity: (@Sendable (Element) -> String?)?) {
        self.rows = rows
        identities = identity.map { rows.map($0) } ?? []
    }

    var hasIdentities: Bool { identities.contains { $0 != nil } }

    /// The rows if all of them can be hashed.
    var hashableRows: [any Hashable]? {
        let hashable = rows.compactMap { $0 as? any Hashable }
        return hashable.count == rows.count ? hashable : nil
    }

    /// Whether all rows are equal to each other.
    var isUniform: Bool {
        guard let first = rows.first else { return true }
        return rows.dropFirst().allSatisfy { Self.areEqual($0, first) }
    }

    /// Whether both pages have equal rows in the same order; rows that cannot be compared are not equal.
    func equals(_ other: PageContent) -> Bool {
        rows.count == other.rows.count && zip(rows, other.rows).allSatisfy(Self.areEqual)
    }

    /// Whether this page is the other one moved on by a number of rows, and its rows differ enough to tell.
    func overlaps(_ other: PageContent, by shift: Int) -> Bool {
        let common = other.rows.dropFirst(shift)
        guard rows.count >= common.count, common.count > shift, !isUniform else { return false }
        return zip(rows, common).allSatisfy(Self.areEqual)
    }

    private static func areEqual(_ left: Element, _ right: Element) -> Bool {
        guard let left = left as? any Hashable else { return false }
        return isEqual(left, right)
    }

    private static func isEqual<T: Hashable>(_ left: T, _ right: Any) -> Bool {
        (right as? T) == left
    }
}
