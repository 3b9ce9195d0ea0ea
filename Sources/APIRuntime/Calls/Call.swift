import HTTPTypes

/// One call: the attempts at a request, and the pauses between them.
struct Call: Sendable {
    let service: ServiceDescriptor
    let operation: OperationDescriptor
    let configuration: ClientConfiguration
    let baseURL: BaseURL
    let request: EncodedRequest
    let attemptTimeout: Duration

    /// Encodes an operation; throws an ``APIError`` where it cannot be sent.
    init<O: APIOperation>(_ operation: O, of service: ServiceDescriptor, configuration: ClientConfiguration) throws {
        self.service = service
        self.operation = O.descriptor
        self.configuration = configuration
        attemptTimeout = configuration.attemptTimeout ?? operation.timeout ?? .seconds(60)
        var encoder = RequestEncoder(randomness: configuration.randomness)
        operation.encode(into: &encoder)
        do throws(ParameterError) {
            request = try EncodedRequest(encoder, descriptor: O.descriptor)
            baseURL = try BaseURL(service: service, configuration: configuration)
        } catch {
            throw APIError(kind: .invalidArgument, operation: O.descriptor.id, message: error.message)
        }
    }

    /// Sends the request until it succeeds or may not be sent again.
    func response<T: Sendable>(
        _ decode: @escaping @Sendable (ResponseDecoder) throws -> T
    ) async throws -> APIResponse<T> {
        let stopwatch = Stopwatch(configuration.clock)
        var attempts = 0
        var retries = 0
        while true {
            try Task.checkCancellation()
            attempts += 1
            var failure: APIError
            do {
                let attempt = Attempt(
                    call: self,
                    number: attempts,
                    remaining: stopwatch.remaining(of: configuration.totalTimeout)
                )
                let response = try await attempt.response(decode)
                await configuration.retryBudget.deposit()
                return response
            } catch let error as APIError {
                failure = error
            }
            if Task.isCancelled { throw CancellationError() }
            failure.attempts = failure.kind.isBeforeSending ? attempts - 1 : attempts
            let decision = decision(after: failure)
            if decision == .retry { retries += 1 }
            guard let pause = await pause(decision, after: failure, attempts: attempts, retries: retries),
                stopwatch.remaining(of: configuration.totalTimeout).map({ pause < $0 }) ?? true
            else { throw failure }
            CallLog(self).retry(after: failure, pause: pause)
            try await configuration.clock.pause(for: pause)
        }
    }

    private func decision(after failure: APIError) -> RetryDecision {
        RetryDecision(
            after: failure,
            idempotency: operation.idempotency,
            rule: failure.code.flatMap { service.catalogue[$0.rawValue]?.retry },
            waitsForCapacity: configuration.waitForCapacity
        )
    }

    /// The pause before the next attempt, or nil where there is none.
    private func pause(_ decision: RetryDecision, after failure: APIError, attempts: Int, retries: Int) async -> Duration? {
        switch decision {
        case .giveUp: return nil
        case .retry:
            guard retries < configuration.retryPolicy.maximumAttempts, await configuration.retryBudget.withdraw() else {
                return nil
            }
        case .awaitCapacity: break
        }
        let policy = configuration.retryPolicy
        let pause = policy.pause(beforeRetry: attempts, retryAfter: failure.retryAfter, randomness: configuration.randomness())
        // Nothing counts these attempts, so that without a pause they would flood the service.
        return decision == .awaitCapacity ? max(pause, policy.baseDelay, .milliseconds(100)) : pause
    }
}
