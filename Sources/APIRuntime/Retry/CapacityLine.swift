import NIOConcurrencyHelpers

/// The calls of one account that wait for capacity. Only the first of them sends requests.
final class CapacityLine: Sendable {
    /// An account at a service. Only its own work takes its capacity.
    struct Account: Hashable, Sendable {
        let origin: Origin
        let credential: Credential.Identity
    }

    private let queue = FairQueue()
    private let operations = NIOLockedValueBox<Set<String>>([])

    /// Joins the line. Further calls of the operation then line up before they send anything.
    func join(_ operation: String) -> FairQueue.Place {
        operations.withLockedValue { _ = $0.insert(operation) }
        return queue.join(limit: 1)
    }

    /// How many calls wait behind the first.
    var waiting: Int { queue.waiting }

    func isFor(_ operation: String) -> Bool {
        operations.withLockedValue { $0.contains(operation) }
    }
}
