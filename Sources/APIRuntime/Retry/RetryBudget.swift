/// Limits how many retries a failing service gets from this process.
///
/// Each retry takes one token, and each successful call returns part of one. Without a token, a call is not retried: its error has
/// ``APIError/isRetryBudgetExhausted`` set. All clients that use the same transport and the same origin share the tokens, copies
/// and independently created clients alike. Retries that wait for capacity or renew a credential take no token.
public struct RetryBudget: Sendable, Hashable {
    /// Maximum number of tokens, which is the number available at first.
    public var capacity: Double
    /// Part of a token that a successful call returns. `0.2` allows one retry for five successful calls.
    public var refill: Double

    /// Creates a budget.
    ///
    /// - Parameters:
    ///   - capacity: Maximum number of tokens.
    ///   - refill: Part of a token that a successful call returns.
    public init(capacity: Double = 50, refill: Double = 0.2) {
        self.capacity = capacity
        self.refill = refill
    }
}
