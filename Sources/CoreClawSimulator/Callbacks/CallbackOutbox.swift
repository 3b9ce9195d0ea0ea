/// The callbacks that wait for their turn, and those that are done.
///
/// A simulator that goes back to its beginning starts another life, in which nothing of the one before is seen again.
actor CallbackOutbox {
    enum Event: Sendable {
        /// Somebody has to deliver for a run.
        case due(runID: String, life: Int)
        /// Whoever delivers has to stop.
        case newLife
    }

    private static let maximumDelivered = 10_000

    /// What deliverers wait for.
    nonisolated let events: AsyncStream<Event>
    private let announcements: AsyncStream<Event>.Continuation
    private(set) var delivered: [DeliveredCallback] = []
    /// Where the simulator itself listens.
    private(set) var ownPorts: Set<Int> = []
    /// What waits for each run that somebody is delivering for.
    private var waiting: [String: [OutgoingCallback]] = [:]
    private var life = 0
    private var isClosed = false
    private var onIdle: [CheckedContinuation<Void, Never>] = []

    init() {
        (events, announcements) = AsyncStream.makeStream(of: Event.self)
    }

    /// Takes a callback in.
    func add(_ callback: OutgoingCallback) {
        guard !isClosed else { return }
        let isFirst = waiting[callback.runID] == nil
        waiting[callback.runID, default: []].append(callback)
        if isFirst { announcements.yield(.due(runID: callback.runID, life: life)) }
    }

    /// The next callback of a run; nil when its deliverer may go.
    func next(of runID: String, in life: Int) -> OutgoingCallback? {
        guard life == self.life else { return nil }
        guard !isClosed, let callback = waiting[runID]?.first else {
            waiting[runID] = nil
            resumeIfIdle()
            return nil
        }
        waiting[runID]?.removeFirst()
        return callback
    }

    func record(_ callback: DeliveredCallback, in life: Int) {
        guard life == self.life else { return }
        delivered.append(callback)
        // A quarter at once: dropping the first of a long array moves all others.
        if delivered.count > Self.maximumDelivered { delivered.removeFirst(Self.maximumDelivered / 4) }
    }

    func forgetDelivered() {
        delivered = []
    }

    /// Gives up everything that waits or is on its way, and forgets what was delivered.
    func startAnew() {
        life += 1
        (delivered, waiting) = ([], [:])
        announcements.yield(.newLife)
        resumeIfIdle()
    }

    func setOwnPorts(_ ports: Set<Int>) {
        ownPorts = ports
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
