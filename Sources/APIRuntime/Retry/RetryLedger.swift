import NIOConcurrencyHelpers

/// The tokens that retries through one transport have taken, by origin.
///
/// It counts what is used up rather than what is left, so that clients with different budgets can share it, and an origin without
/// failures takes no memory.
final class RetryLedger: Sendable {
    private let used = NIOLockedValueBox<[Origin: Double]>([:])
    /// Sums of parts such as 0.2 are not exact.
    private static let precision = 1e-9

    /// Takes the token of one retry. Returns `false` if none is left.
    func withdraw(_ budget: RetryBudget, for origin: Origin) -> Bool {
        used.withLockedValue { used in
            let sum = (used[origin] ?? 0) + 1
            guard sum <= budget.capacity + Self.precision else { return false }
            used[origin] = sum
            return true
        }
    }

    /// Returns the part of a token that a success earns.
    func deposit(_ budget: RetryBudget, for origin: Origin) {
        used.withLockedValue { used in
            guard !used.isEmpty, let sum = used[origin] else { return }
            let rest = sum - max(0, budget.refill)
            used[origin] = rest > Self.precision ? rest : nil
        }
    }
}
