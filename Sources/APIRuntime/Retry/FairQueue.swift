import NIOConcurrencyHelpers

/// Admits a limited number of callers at once, first come, first served.
final class FairQueue: Sendable {
    /// The place of one caller, who is to leave it in every case.
    struct Place: Sendable {
        fileprivate let queue: FairQueue
        fileprivate let id: Int

        var isAdmitted: Bool { queue.state.withLockedValue { $0.admitted.contains(id) } }

        /// Waits to be admitted; throws `CancellationError` at once if the task is cancelled.
        func wait() async throws { try await queue.wait(id) }

        /// Ends the turn or the wait, so that the next caller is admitted. Leaving again does nothing.
        func leave() { queue.leave(id) }
    }

    private struct Waiter {
        let id: Int
        let limit: Int
        var continuation: CheckedContinuation<Void, any Error>?
    }

    private struct State {
        var places = 0
        var admitted: Set<Int> = []
        var waiters: [Waiter] = []

        /// Admits who may be admitted. Returns those who wait for it.
        mutating func admit() -> [CheckedContinuation<Void, any Error>] {
            var continuations: [CheckedContinuation<Void, any Error>] = []
            while let first = waiters.first, admitted.count < max(1, first.limit) {
                waiters.removeFirst()
                admitted.insert(first.id)
                if let continuation = first.continuation { continuations.append(continuation) }
            }
            return continuations
        }
    }

    private let state = NIOLockedValueBox(State())

    /// Joins the end of the queue.
    ///
    /// - Parameter limit: How many callers, this one included, may be admitted at once when its turn comes; at least 1.
    func join(limit: Int) -> Place {
        let (id, continuations) = state.withLockedValue { state in
            state.places += 1
            state.waiters.append(Waiter(id: state.places, limit: limit))
            return (state.places, state.admit())
        }
        for continuation in continuations { continuation.resume() }
        return Place(queue: self, id: id)
    }

    /// How many callers are not admitted yet.
    var waiting: Int { state.withLockedValue { $0.waiters.count } }

    private enum Answer {
        case admitted, cancelled, waiting
    }

    private func wait(_ id: Int) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                // Within the lock, so that a cancellation comes either before this or finds the continuation.
                let answer: Answer = state.withLockedValue { state in
                    if Task.isCancelled { return .cancelled }
                    guard let index = state.waiters.firstIndex(where: { $0.id == id }) else {
                        return state.admitted.contains(id) ? .admitted : .cancelled
                    }
                    state.waiters[index].continuation = continuation
                    return .waiting
                }
                switch answer {
                case .admitted: continuation.resume()
                case .cancelled: continuation.resume(throwing: CancellationError())
                case .waiting: break
                }
            }
        } onCancel: {
            leave(id)
        }
    }

    private func leave(_ id: Int) {
        let (left, admitted) = state.withLockedValue { state in
            state.admitted.remove(id)
            let index = state.waiters.firstIndex { $0.id == id }
            let left = index.map { state.waiters.remove(at: $0) }?.continuation
            return (left, state.admit())
        }
        left?.resume(throwing: CancellationError())
        for continuation in admitted { continuation.resume() }
    }
}
