/// Every state an operation answers while it is polled, the final one last.
public struct WaiterUpdates<O: WaitableOperation>: AsyncSequence, Sendable {
    /// What the operation answers.
    public typealias Element = O.Output

    private let operation: O
    private let timeout: Duration
    private let configuration: ClientConfiguration
    private let send: @Sendable (O, _ limit: Duration) async throws -> O.Output

    init(client: some APIClient, operation: O, timeout: Duration) {
        self.operation = operation
        self.timeout = timeout
        configuration = client.configuration
        send = { operation, limit in
            try await client.with { $0.totalTimeout = $0.totalTimeout.map { Swift.min($0, limit) } ?? limit }.send(operation)
        }
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
        private var lingering: (state: String, end: Duration)?
        private var unrecognized: Set<String> = []
        private var isFinished = false

        init(_ updates: WaiterUpdates) {
            self.updates = updates
        }

        /// The next state, or nil after the final one.
        ///
        /// Throws ``WaiterTimeoutError`` when time is up, an ``APIError`` where the operation fails, and `CancellationError`.
        public mutating func next() async throws -> O.Output? {
            guard !isFinished else { return nil }
            do {
                let stopwatch = self.stopwatch ?? Stopwatch(updates.configuration.clock)
                self.stopwatch = stopwatch
                if polls > 0 { try await pause(stopwatch.elapsed) }
                let output = try await poll(stopwatch)
                observe(output, at: stopwatch.elapsed)
                if isFinished { updates.configuration.shared.capacity.release.fire() }
                return output
            } catch {
                isFinished = true
                throw error
            }
        }

        private func pause(_ elapsed: Duration) async throws {
            guard elapsed < updates.timeout else { throw timeoutError() }
            var pause = Swift.min(waiter.pause(afterPolls: polls), updates.timeout - elapsed)
            if let lingering { pause = Swift.min(pause, Swift.max(.zero, lingering.end - elapsed)) }
            try await updates.configuration.clock.pause(for: pause)
        }

        private mutating func poll(_ stopwatch: Stopwatch) async throws -> O.Output {
            let left = stopwatch.remaining(of: updates.timeout) ?? .zero
            do {
                let output = try await updates.send(updates.operation, Swift.max(left, Self.grace))
                polls += 1
                last = output
                return output
            } catch let error as APIError where error.kind == .timeout && stopwatch.elapsed >= updates.timeout {
                throw timeoutError()
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

        private func timeoutError() -> WaiterTimeoutError<O.Output> {
            WaiterTimeoutError(
                operation: O.descriptor.id,
                timeout: updates.timeout,
                lastState: last.map(waiter.stateText),
                last: last
            )
        }
    }

    /// An iterator that polls from the beginning.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(self)
    }
}
