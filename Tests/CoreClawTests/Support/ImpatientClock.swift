import Foundation

/// A clock on which time limits pass as soon as a service has been asked, and not before.
final class ImpatientClock: Clock, @unchecked Sendable {
    private let service: ScriptedService
    private let lock = NSLock()
    // Guarded by `lock`.
    private var present = AdvancingClock.Instant(offset: .zero)

    init(_ service: ScriptedService) {
        self.service = service
    }

    var now: AdvancingClock.Instant { lock.withLock { present } }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: AdvancingClock.Instant, tolerance: Duration?) async throws {
        while await service.received.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        lock.withLock { present = max(present, deadline) }
    }
}
