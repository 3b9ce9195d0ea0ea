/// Bounds the retries of all copies of a client together, so that a failing service is not flooded.
///
/// Every retry takes a token; every success gives a part of one back.
public actor RetryBudget {
    /// The most tokens there can be.
    public nonisolated let capacity: Double
    /// What a success gives back.
    public nonisolated let refill: Double

    private var tokens: Double

    /// A full budget of tokens.
    public init(capacity: Double = 50, refill: Double = 0.2) {
        self.capacity = capacity
        self.refill = refill
        tokens = capacity
    }

    /// Takes the token of one retry; false where none is left.
    func withdraw() -> Bool {
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }

    /// Gives back the part of a token that a success earns.
    func deposit() {
        tokens = min(capacity, tokens + refill)
    }
}
