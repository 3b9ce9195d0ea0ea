import CoreClaw
import CoreClawSimulator

/// Runs a test with a simulator on a socket and a client of it; the time stands still unless the client waits, or the test moves it.
func withSimulator(
    _ options: SimulatorOptions = SimulatorOptions(),
    clock: SimulatedClock = .manual(),
    _ body: @Sendable (Simulator, CoreClawClient) async throws -> Void
) async throws {
    var options = options
    options.clock = clock
    options.apiKeys = [Canary.key]
    try await Simulator.with(options) { simulator in
        let client = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL) {
            $0.clock = AdvancingClock(simulator.clock)
            // The transport's own limits are in real time, which is short on a busy machine.
            $0.connectTimeout = .seconds(3600)
            $0.attemptTimeout = .seconds(3600)
        }
        try await body(simulator, client)
    }
}
