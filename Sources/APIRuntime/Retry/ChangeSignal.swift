import NIOConcurrencyHelpers

/// Tells those who wait that something has changed, also if it changed before they began to wait.
final class ChangeSignal: Sendable {
    private struct State {
        var version = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var ids = 0
    }

    private let state = NIOLockedValueBox(State())

    /// The number of changes so far.
    var version: Int { state.withLockedValue { $0.version } }

    func fire() {
        let waiters = state.withLockedValue { state in
            state.version += 1
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when there was a change after a version, or the task is cancelled.
    func change(after version: Int) async {
        let id = state.withLockedValue { state in
            state.ids += 1
            return state.ids
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Within the lock, so that a cancellation comes either before this or finds the continuation.
                let isOver = state.withLockedValue { state in
                    if Task.isCancelled || state.version != version { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLockedValue { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }
}
