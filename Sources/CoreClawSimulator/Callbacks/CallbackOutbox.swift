/// The callbacks that wait for their turn, and those that are done.
actor CallbackOutbox {
    private static let maximumDelivered = 10_000

    private(set) var delivered: [DeliveredCallback] = []
    /// What waits for each run that somebody is delivering for.
    private var waiting: [String: [OutgoingCallback]] = [:]
    private var isClosed = false
    private var onIdle: [CheckedContinuation<Void, Never>] = []

    /// Takes a callback in; true when nobody delivers for its run yet.
    func add(_ callback: OutgoingCallback) -> Bool {
        guard !isClosed else { return false }
        let isFirst = waiting[callback.runID] == nil
        waiting[callback.runID, default: []].append(callback)
        return isFirst
    }

    /// The next callback of a run; nil when its deliverer may go.
    func next(of runID: String) -> OutgoingCallback? {
        guard !isClosed, let callback = waiting[runID]?.first else {
            waiting[runID] = nil
            resumeIfIdle()
            return nil
        }
        waiting[runID]?.removeFirst()
        return callback
    }

    func record(_ callback: DeliveredCallback) {
        delivered.append(callback)
        // A quarter at once: dropping the first of a long array moves all others.
        if delivered.count > Self.maximumDelivered { delivered.removeFirst(Self.maximumDelivered / 4) }
    }

    func forgetDelivered() {
        delivered = []
    }

    /// Returns once nothing is waiting or on its way.
    func untilIdle() async {
        guard !waiting.isEmpty else { return }
        await withCheckedContinuation { onIdle.append($0) }
    }

    /// Gives up everything that waits, and takes nothing in any more.
    func close() {
        isClosed = true
        waiting = [:]
        resumeIfIdle()
    }

    private func resumeIfIdle() {
        guard waiting.isEmpty else { return }
        for continuation in onIdle { continuation.resume() }
        onIdle = []
    }
}
