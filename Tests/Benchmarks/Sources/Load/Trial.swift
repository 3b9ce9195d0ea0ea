import CoreClaw
import Foundation
import Measuring

/// Runs a piece of work with a client and connections of its own, and counts what is left of it.
struct Trial {
    /// How long what is being wound up may take to be gone.
    private static let patience = Duration.seconds(10)

    let url: URL

    func measure(
        _ name: String,
        _ work: @escaping @Sendable (CoreClawClient) async throws -> Void
    ) async throws -> TrialResult {
        let descriptors = ProcessUsage.openDescriptors, memory = ProcessUsage.residentMebibytes
        let clock = CountingClock(), start = ContinuousClock.now
        weak var tasks: TaskMark?
        do {
            let mark = TaskMark()
            tasks = mark
            let client = CoreClawClient(apiKey: "key", baseURL: url) {
                $0.transport = AsyncHTTPTransport(HTTPTransportSettings())
                $0.clock = clock
            }
            try await TaskMark.$current.withValue(mark) { try await work(client) }
        }
        let duration = ContinuousClock.now - start
        let growth = max(0, ProcessUsage.peakMebibytes - memory)
        let end = ContinuousClock.now + Self.patience
        while ContinuousClock.now < end, tasks != nil || clock.sleeping > 0 || ProcessUsage.openDescriptors > descriptors {
            try await Task.sleep(for: .milliseconds(10))
        }
        return TrialResult(
            name: name,
            duration: duration,
            growth: growth,
            hasTasks: tasks != nil,
            sleeps: clock.sleeping,
            connections: max(0, ProcessUsage.openDescriptors - descriptors)
        )
    }
}

/// Held by every task that a task under it makes, so that it is gone when the last of them is.
final class TaskMark: Sendable {
    @TaskLocal static var current: TaskMark?
}
