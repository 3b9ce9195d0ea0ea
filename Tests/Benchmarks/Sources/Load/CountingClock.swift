import Foundation

/// The continuous clock, which knows how many sleep on it.
final class CountingClock: Clock, @unchecked Sendable {
    // `count` is guarded by `lock`.
    private let lock = NSLock()
    private var count = 0
    private let base = ContinuousClock()

    var now: ContinuousClock.Instant { base.now }
    var minimumResolution: Duration { base.minimumResolution }

    /// How many sleep at present.
    var sleeping: Int { lock.withLock { count } }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        lock.withLock { count += 1 }
        defer { lock.withLock { count -= 1 } }
        try await base.sleep(until: deadline, tolerance: tolerance)
    }
}
