import Foundation

/// A clock on which exact sleeps, the pauses, are over at once if wanted; all others last until the test moves the time.
///
/// Sleeps with a tolerance are those of time limits, which must not pass by themselves.
final class TestClock: Clock, @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        let deadline: Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private let lock = NSLock()
    private let skipsPauses: Bool
    private var present = Instant(offset: .zero)
    private var waiting: [Int: Sleeper] = [:]
    private var cancelled: Set<Int> = []
    private var nextID = 0
    private var log: [Duration] = []

    init(skipsPauses: Bool = true) {
        self.skipsPauses = skipsPauses
    }

    var now: Instant { lock.withLock { present } }
    var minimumResolution: Duration { .zero }
    /// The sleeps that were over at once, in order.
    var pauses: [Duration] { lock.withLock { log } }
    /// How many sleep at present.
    var sleeping: Int { lock.withLock { waiting.count } }
    /// Until when they sleep, since the clock was made; the earliest first.
    var sleepers: [Duration] { lock.withLock { waiting.values.map(\.deadline.offset).sorted() } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let length = now.duration(to: deadline)
        if skipsPauses, tolerance == nil {
            lock.withLock { log.append(length) }
            advance(by: length)
            await Task.yield()
            try Task.checkCancellation()
            return
        }
        let id = lock.withLock {
            nextID += 1
            return nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = lock.withLock {
                    if cancelled.contains(id) { return true }
                    waiting[id] = Sleeper(deadline: deadline, continuation: continuation)
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = lock.withLock {
                cancelled.insert(id)
                return waiting.removeValue(forKey: id)
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    func advance(by duration: Duration) {
        let due = lock.withLock {
            present = present.advanced(by: duration)
            let due = waiting.filter { $0.value.deadline <= present }
            for id in due.keys { waiting[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in due { continuation.resume() }
    }
}
