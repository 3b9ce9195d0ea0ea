/// What stands for a list with nothing in it.
public enum EmptyListRule: Sendable, Hashable {
    /// `[]`. What the service was seen to answer.
    case empty
    /// `null`, which services of its kind are known for and clients of this one provide for.
    case null
}
