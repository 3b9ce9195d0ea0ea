/// The turn of one call among those that wait for capacity.
struct CapacityTurn {
    /// Longest pause of the call that is first in line.
    private static let longestPause = Duration.seconds(5)

    private let configuration: ClientConfiguration
    private let account: CapacityLine.Account
    private let operation: String
    private var line: CapacityLine?
    private var place: FairQueue.Place?
    private var version = 0

    private var lines: CapacityLines { configuration.shared.capacity }

    init(_ operation: String, origin: Origin, configuration: ClientConfiguration) {
        self.configuration = configuration
        self.operation = operation
        account = CapacityLine.Account(origin: origin, credential: configuration.credential.identity)
    }

    /// Waits behind calls of the same operation that wait for capacity already; before the first attempt.
    mutating func lineUp(_ remaining: Duration?) async throws {
        guard configuration.waitForCapacity, let line = lines.existing(account), line.isFor(operation) else { return }
        try await wait(in: line, remaining)
    }

    /// Remembers what has changed so far, so that a change during an attempt is not missed.
    mutating func begin() {
        version = lines.release.version
    }

    /// Waits after a refusal: the first in line for a while or until something has ended, the others for their turn.
    mutating func wait(pause: Duration, remaining: Duration?) async throws {
        if place == nil {
            let line = lines.line(of: account)
            let place = line.join(operation)
            (self.line, self.place) = (line, place)
            if !place.isAdmitted { return try await wait(in: line, remaining) }
        }
        let clock = configuration.clock
        let (release, version) = (lines.release, version)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await clock.pause(for: pause) }
            group.addTask { await release.change(after: version) }
            defer { group.cancelAll() }
            try await group.next()
        }
        try Task.checkCancellation()
    }

    /// The pause of the first in line, which is longer than nothing and short enough that capacity is noticed.
    func pause(_ pause: Duration, retryAfter: Duration?) -> Duration {
        let shortest = max(configuration.retryPolicy.baseDelay, .milliseconds(100))
        return max(retryAfter == nil ? min(pause, Self.longestPause) : pause, shortest)
    }

    /// Leaves the line, so that the next in it has its turn at once.
    func end() {
        place?.leave()
    }

    private mutating func wait(in line: CapacityLine, _ remaining: Duration?) async throws {
        let place = self.place ?? line.join(operation)
        (self.line, self.place) = (line, place)
        do {
            let limit = TimeLimit(total: remaining, scheduler: configuration.deadlines)
            try await limit.run { _ in try await place.wait() }
        } catch let expiry as TimeLimit.Expiry {
            var error = APIError(
                kind: .timeout,
                operation: operation,
                message: "The total timeout passed while other calls were waiting for capacity",
                underlying: expiry
            )
            error.isCertainlyNotSent = true
            throw error
        }
    }
}
