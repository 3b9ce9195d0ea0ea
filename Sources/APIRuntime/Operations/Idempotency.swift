/// What sending a request a second time does.
public enum Idempotency: Sendable, Hashable, CaseIterable {
    /// Nothing: the request only reads.
    case safe
    /// Nothing more than the first did.
    case idempotent
    /// The same work again.
    case unsafe
}
