/// How the service reads the `offset` of a list.
public enum PagingRule: Sendable, Hashable {
    /// The number of a page, from 1; 0 counts as 1. What the service does today.
    case pages
    /// A number of rows, from 0; the page is `offset / limit + 1`, so an offset between two pages counts as the page it falls
    /// into. What the service did until August 2026.
    case rowOffset
}
