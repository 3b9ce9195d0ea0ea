/// Which lists say in `page_index` and `page_size` which page they are.
public enum PageEchoRule: Sendable, Hashable {
    /// Result pages, but not run lists. What the service does today.
    case results
    /// Run lists as well. What the service did before.
    case everywhere
}
