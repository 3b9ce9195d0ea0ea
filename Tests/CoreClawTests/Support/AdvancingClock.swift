import CoreClawSimulator
import Foundation

/// A clock on which pauses take no time: they move the simulator's clock instead. Time limits, whose sleeps have a tolerance, never pass.
final class AdvancingClock: Clock, @unchecked Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let simulator: SimulatedClock
    private let lock = NSLock()
    // Guarded by `lock`.
    private var present = Instant(offset: .zero)

    init(_ simulator: SimulatedClock) {
        self.simulator = simulator
    }

    var now: Instant { lock.withLock { present } }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        guard tolerance == nil else { return try await Task.sleep(for: .seconds(3600)) }
        try Task.checkCancellation()
        let pause = now.duration(to: deadline)
        await simulator.advance(by: pause)
        lock.withLock { present = max(present, deadline) }
    }
}
