/// The attempts at one piece of work, and the pauses between them.
struct RetryLoop: Sendable {
    /// What an attempt knows of its place among the others.
    struct Turn: Sendable {
        /// 1 for the first attempt.
        let number: Int
        /// What is left of the total timeout, or nil where there is none.
        let remaining: Duration?
        /// Whether an attempt before this one may have done what was asked.
        let mayBeDone: Bool
        /// Whether the answer to an attempt before this one was lost on its way.
        let isAnswerLost: Bool
    }

    let configuration: ClientConfiguration
    let operation: String
    let origin: Origin
    let totalTimeout: Duration?
    let log: CallLog
    let decide: @Sendable (APIError) async -> RetryDecision

    /// Attempts until one succeeds or none may follow; throws the last error, with the number of attempts.
    func run<T>(_ attempt: (Turn) async throws -> T) async throws -> T {
        let stopwatch = Stopwatch(configuration.clock)
        var count = Count()
        var mayBeDone = false
        var isAnswerLost = false
        var turn = CapacityTurn(operation, origin: origin, configuration: configuration)
        defer { turn.end() }
        try await pause(count, .zero) {
            try Task.checkCancellation()
            try await turn.lineUp(totalTimeout)
        }
        while true {
            turn.begin()
            count.attempts += 1
            var failure: APIError
            do {
                let remaining = stopwatch.remaining(of: totalTimeout)
                let result = try await attempt(
                    Turn(number: count.attempts, remaining: remaining, mayBeDone: mayBeDone, isAnswerLost: isAnswerLost)
                )
                configuration.shared.retries.deposit(configuration.retryBudget, for: origin)
                return result
            } catch let error as APIError {
                failure = error
            }
            // A redirect may lead to a refusal that is otherwise found before sending.
            let isUnsent = failure.kind.isBeforeSending && failure.isCertainlyNotSent
            failure.attempts = isUnsent ? count.attempts - 1 : count.attempts
            if failure.kind == .cancelled { throw failure }
            if Task.isCancelled { throw CancellationError() }
            mayBeDone = mayBeDone || failure.mayBeDone
            isAnswerLost = isAnswerLost || failure.isAnswerLost
            let decision = await decide(failure)
            let remaining = stopwatch.remaining(of: totalTimeout)
            let pause = try pause(decision, after: failure, &count, turn, remaining: remaining)
            log.retry(after: failure, pause: pause)
            try await self.pause(count, pause) {
                if decision == .awaitCapacity {
                    // In line, what the service said last tells more than that the time is up.
                    do { try await turn.wait(pause: pause, remaining: remaining) } catch is APIError { throw failure }
                } else {
                    try await configuration.clock.pause(for: pause)
                }
            }
        }
    }

    private struct Count {
        var attempts = 0
        /// The retries that count, since the work last advanced.
        var retries = 0
        /// The failures since the work last advanced, by which pauses grow.
        var failures = 0
        var renewals = 0

        /// Counts a failure. Returns whether the policy allows what was decided after it.
        mutating func allows(_ decision: RetryDecision, _ policy: RetryPolicy) -> Bool {
            switch decision {
            case .giveUp: return false
            case .renewCredential:
                renewals += 1
                return renewals == 1
            case .awaitCapacity:
                failures += 1
                return true
            case .resume:
                (retries, failures) = (1, 1)
                return policy.maximumAttempts > 1
            case .retry:
                retries += 1
                failures += 1
                return retries < policy.maximumAttempts
            }
        }
    }

    /// The pause before the next attempt; throws the failure if none may follow.
    private func pause(
        _ decision: RetryDecision,
        after failure: APIError,
        _ count: inout Count,
        _ turn: CapacityTurn,
        remaining: Duration?
    ) throws -> Duration {
        let policy = configuration.retryPolicy
        guard count.allows(decision, policy) else { throw failure }
        if decision == .renewCredential { return .zero }
        let random = configuration.randomness()
        guard var pause = policy.pause(beforeRetry: count.failures, retryAfter: failure.retryAfter, randomness: random) else {
            throw failure
        }
        // Nothing counts these attempts, so that without a pause they would flood the service.
        if decision == .awaitCapacity { pause = turn.pause(pause, retryAfter: failure.retryAfter) }
        if let remaining, pause >= remaining { throw failure }
        guard decision != .retry || configuration.shared.retries.withdraw(configuration.retryBudget, for: origin) else {
            throw failure.withoutBudget(for: origin)
        }
        return pause
    }

    /// A wait between attempts, whose cancellation is logged and counted.
    private func pause(_ count: Count, _ duration: Duration, _ wait: () async throws -> Void) async throws {
        do {
            try await wait()
        } catch {
            if error is CancellationError { log.cancellation(attempt: count.attempts, duration: duration) }
            throw error
        }
    }
}

extension APIError {
    /// Whether the service may have done what was asked although no success was heard of.
    fileprivate var mayBeDone: Bool {
        isAnswerLost || (!isCertainlyNotSent && (status?.code ?? 0) >= 500)
    }

    /// Whether the request may have arrived and nothing more was heard.
    fileprivate var isAnswerLost: Bool {
        !isCertainlyNotSent && (kind == .connection || kind == .timeout)
    }

    fileprivate func withoutBudget(for origin: Origin) -> APIError {
        var error = self
        error.isRetryBudgetExhausted = true
        error.message += " (not retried: the retry budget for \(origin.authority) is used up)"
        return error
    }
}
