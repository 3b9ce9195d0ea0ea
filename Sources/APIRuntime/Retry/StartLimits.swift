import NIOConcurrencyHelpers

/// The queues of work that starts something, by account.
final class StartLimits: Sendable {
    private struct Entry: Sendable {
        weak var queue: FairQueue?
    }

    private let queues = NIOLockedValueBox<[CapacityLine.Account: Entry]>([:])

    /// The queue of an account, which lasts as long as somebody holds it.
    func queue(of account: CapacityLine.Account) -> FairQueue {
        queues.withLockedValue { queues in
            if let queue = queues[account]?.queue { return queue }
            queues = queues.filter { $0.value.queue != nil }
            let queue = FairQueue()
            queues[account] = Entry(queue: queue)
            return queue
        }
    }
}
