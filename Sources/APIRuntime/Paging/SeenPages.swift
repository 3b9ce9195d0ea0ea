/// The pages that were read before, by a hash of each, so that a page that comes again is noticed wherever it does.
///
/// Two different pages with one hash would be taken for a repetition. Among a million pages that happens once in some ten million readings.
struct SeenPages: Sendable {
    /// The number of each page by the hash of its rows.
    private var pages: [Int: Int] = [:]
    /// The number of each page by the hash of its first row's identity.
    private var firstRows: [Int: Int] = [:]

    /// Notes a page; returns the number of the page that had the same rows, or `nil` if there was none.
    ///
    /// Rows with identities are the same in any order. Rows that cannot be compared are different.
    mutating func insert<Element>(_ content: PageContent<Element>, number: Int) -> Int? {
        guard let hash = Self.hash(of: content) else { return nil }
        if let earlier = pages[hash] { return earlier }
        pages[hash] = number
        return nil
    }

    /// Notes the first of a page's rows; returns the number of an earlier page that began with one of them, or `nil` if there was
    /// none.
    mutating func insertRows(_ identities: [String], number: Int) -> Int? {
        let hashes = identities.map(\.hashValue)
        for hash in hashes { if let earlier = firstRows[hash] { return earlier } }
        if let first = hashes.first { firstRows[first] = number }
        return nil
    }

    private static func hash<Element>(of content: PageContent<Element>) -> Int? {
        if content.hasIdentities { return content.identities.map { $0 ?? "" }.sorted().hashValue }
        guard let rows = content.hashableRows else { return nil }
        var hasher = Hasher()
        for row in rows { row.hash(into: &hasher) }
        return hasher.finalize()
    }
}
