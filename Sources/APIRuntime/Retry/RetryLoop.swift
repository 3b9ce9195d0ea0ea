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
    let totalTimeout: Duration?
    let log: CallLog
    let decide: @Sendable (APIError) async -> RetryDecision

    /// Attempts until one succeeds or none may follow; throws the last error, with the number of attempts.
    func run<T>(_ attempt: (Turn) async throws -> T) async throws -> T {
        let stopwatch = Stopwatch(configuration.clock)
        var attempts = 0
        var retries = 0
        // The failures since the work last advanced, by which pauses grow.
        var failures = 0
        var mayBeDone = false
        var isAnswerLost = false
        while true {
            try Task.checkCancellation()
            attempts += 1
            var failure: APIError
            do {
                let remaining = stopwatch.remaining(of: totalTimeout)
                let result = try await attempt(
                    Turn(number: attempts, remaining: remaining, mayBeDone: mayBeDone, isAnswerLost: isAnswerLost)
                )
                await configuration.retryBudget.deposit()
                return result
            } catch let error as APIError {
                failure = error
            }
            if Task.isCancelled { throw CancellationError() }
            // A redirect may lead to a refusal that is otherwise found before sending.
            let isUnsent = failure.kind.isBeforeSending && failure.isCertainlyNotSent
            failure.attempts = isUnsent ? attempts - 1 : attempts
            mayBeDone = mayBeDone || failure.mayBeDone
            isAnswerLost = isAnswerLost || failure.isAnswerLost
            let decision = await decide(failure)
            if decision == .resume { (retries, failures) = (0, 0) }
            if decision != .awaitCapacity { retries += 1 }
            failures += 1
            guard let pause = await pause(decision, after: failure, failures: failures, retries: retries),
                stopwatch.remaining(of: totalTimeout).map({ pause < $0 }) ?? true
            else { throw failure }
            log.retry(after: failure, pause: pause)
            try await configuration.clock.pause(for: pause)
        }
    }

    /// The pause before the next attempt, or nil where there is none.
    private func pause(_ decision: RetryDecision, after failure: APIError, failures: Int, retries: Int) async -> Duration? {
        switch decision {
        case .giveUp: return nil
        case .retry:
            guard retries < configuration.retryPolicy.maximumAttempts, await configuration.retryBudget.withdraw() else {
                return nil
            }
        case .resume where configuration.retryPolicy.maximumAttempts < 2: return nil
        case .resume, .awaitCapacity: break
        }
        let policy = configuration.retryPolicy
        let pause = policy.pause(beforeRetry: failures, retryAfter: failure.retryAfter, randomness: configuration.randomness())
        // Nothing counts these attempts, so that without a pause they would flood the service.
        return decision == .awaitCapacity ? max(pause, policy.baseDelay, .milliseconds(100)) : pause
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
}
