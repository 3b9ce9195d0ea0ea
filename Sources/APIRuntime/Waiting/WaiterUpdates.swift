/// Every state an operation answers while it is polled, the final one last.
public struct WaiterUpdates<O: WaitableOperation>: AsyncSequence, Sendable {
    /// What the operation answers.
    public typealias Element = O.Output

    private let operation: O
    private let timeout: Duration?
    /// The pause between polls, or `nil` for the operation's schedule.
    private let interval: Duration?
    private let catalogue: [Int: ErrorCode]
    private let configuration: ClientConfiguration
    private let send: @Sendable (O, _ limit: Duration?) async throws -> O.Output

    init<Client: APIClient>(client: Client, operation: O, timeout: Duration?, interval: Duration?) {
        self.operation = operation
        self.timeout = timeout
        self.interval = interval.map { Swift.max($0, .milliseconds(100)) }
        catalogue = Client.service.catalogue
        configuration = client.configuration
        send = { operation, limit in
            guard let limit else { return try await client.send(operation) }
            return try await client.with { $0.totalTimeout = $0.totalTimeout.map { Swift.min($0, limit) } ?? limit }.send(
                operation
            )
        }
    }

    /// Whether the next poll may well succeed.
    private func isPassing(_ failure: APIError) -> Bool {
        let rule = failure.code.flatMap { catalogue[$0.rawValue]?.retry }
        let idempotency = O.descriptor.idempotency
        return RetryDecision(after: failure, idempotency: idempotency, rule: rule, waitsForCapacity: true) != .giveUp
    }

    /// Polls, and pauses in between; nothing is sent before the first state is asked for.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// What the last look, taken when time is up, may need.
        private static var grace: Duration { .seconds(10) }

        private let updates: WaiterUpdates
        private let waiter = O.waiter
        private var stopwatch: Stopwatch?
        private var polls = 0
        private var last: O.Output?
        private var lastFailure: APIError?
        private var lingering: (state: String, end: Duration)?
        private var unrecognized: Set<String> = []
        private var isFinished = false

        init(_ updates: WaiterUpdates) {
            self.updates = updates
        }

        /// The next state, or nil after the final one.
        ///
        /// A poll that fails temporarily does not end the wait. Throws ``WaiterTimeoutError`` when the time limit expires, an ``APIError``
        /// if a poll fails permanently, and `CancellationError`.
        public mutating func next() async throws -> O.Output? {
            guard !isFinished else { return nil }
            do {
                let stopwatch = self.stopwatch ?? Stopwatch(updates.configuration.clock)
                self.stopwatch = stopwatch
                while true {
                    if polls > 0 { try await pause(stopwatch.elapsed) }
                    guard let output = try await poll(stopwatch) else { continue }
                    observe(output, at: stopwatch.elapsed)
                    if isFinished { updates.configuration.shared.capacity.release.fire() }
                    return output
                }
            } catch {
                isFinished = true
                throw error
            }
        }

        private func pause(_ elapsed: Duration) async throws {
            var pause = updates.interval ?? waiter.pause(afterPolls: polls)
            if let asked = lastFailure?.retryAfter { pause = Swift.max(pause, asked) }
            if let timeout = updates.timeout {
                guard elapsed < timeout else { throw timeoutError(timeout) }
                pause = Swift.min(pause, timeout - elapsed)
            }
            if let lingering { pause = Swift.min(pause, Swift.max(.zero, lingering.end - elapsed)) }
            try await updates.configuration.clock.pause(for: pause)
        }

        /// The next state, or `nil` if the poll failed for a reason that may pass.
        private mutating func poll(_ stopwatch: Stopwatch) async throws -> O.Output? {
            let limit = stopwatch.remaining(of: updates.timeout).map { Swift.max($0, Self.grace) }
            polls += 1
            do {
                let output = try await updates.send(updates.operation, limit)
                last = output
                lastFailure = nil
                return output
            } catch let error as APIError where updates.isPassing(error) {
                lastFailure = error
                updates.configuration.logger.info(
                    "poll failed, waiting continues",
                    metadata: ["operation": "\(O.descriptor.id)", "error": "\(error)"]
                )
                return nil
            }
        }

        private mutating func observe(_ output: O.Output, at elapsed: Duration) {
            let state = waiter.stateText(of: output)
            switch waiter.phase(of: output) {
            case .succeeded, .failed: isFinished = true
            case .pending: lingering = nil
            case .unrecognized:
                lingering = nil
                if unrecognized.insert(state).inserted {
                    updates.configuration.logger.warning(
                        "unknown state, polling goes on",
                        metadata: ["operation": "\(O.descriptor.id)", "state": "\(state)"]
                    )
                }
            case .lingering(let duration):
                if let lingering, lingering.state == state {
                    isFinished = elapsed >= lingering.end
                } else {
                    lingering = (state, elapsed + Swift.min(duration, .seconds(31_536_000)))
                    isFinished = duration <= .zero
                }
            }
        }

        private func timeoutError(_ timeout: Duration) -> WaiterTimeoutError<O.Output> {
            WaiterTimeoutError(
                operation: O.descriptor.id,
                timeout: timeout,
                lastState: last.map(waiter.stateText),
                last: last,
                lastFailure: lastFailure
            )
        }
    }

    /// An iterator that polls from the beginning.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(self)
    }
}
