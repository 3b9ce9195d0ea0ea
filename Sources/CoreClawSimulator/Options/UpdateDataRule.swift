/// What an answer to a change of a task holds.
public enum UpdateDataRule: Sendable, Hashable {
    /// An empty object as `data`, as the service was seen to answer on 6 August 2026.
    case emptyObject
    /// No `data` at all, as the service's documentation has it.
    case absent
}
