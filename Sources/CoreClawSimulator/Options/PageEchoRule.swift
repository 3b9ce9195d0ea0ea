/// Which lists say in `page_index` and `page_size` which page they are.
public enum PageEchoRule: Sendable, Hashable {
    /// Result pages and task lists, but neither run lists nor the queue, as the service was seen to answer on 6 August 2026.
    case results
    /// Run lists and the queue as well. What the service did before.
    case everywhere
}
