import CoreClaw
import CoreClawSimulator

/// Runs a test with a simulator on a socket and a client of it; the time stands still unless the client waits.
func withSimulator(
    _ options: SimulatorOptions = SimulatorOptions(),
    _ body: @Sendable (Simulator, CoreClawClient) async throws -> Void
) async throws {
    var options = options
    options.clock = .manual()
    try await Simulator.with(options) { simulator in
        let client = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL) {
            $0.clock = AdvancingClock(simulator: simulator.clock)
        }
        try await body(simulator, client)
    }
}

/// A clock on which sleeping takes no time: it moves the simulator's clock instead.
struct AdvancingClock: Clock {
    typealias Instant = ContinuousClock.Instant

    let simulator: SimulatedClock

    var now: Instant { ContinuousClock.now }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let pause = ContinuousClock.now.duration(to: deadline)
        // A limit on a whole call is a sleep too; only the pauses of polling and of retrying are to pass.
        guard pause < .seconds(20) else { return try await Task.sleep(for: .seconds(20)) }
        await simulator.advance(by: pause)
    }
}
