/// What stands for `details` in a refusal of v2 that has none.
public enum ErrorDetailsRule: Sendable, Hashable {
    /// Nothing: the member is left out.
    case absent
    /// `null`, which clients of the service provide for.
    case null
}
