import HTTPTypes
import JSONBytes
import Tracing

/// One attempt at a request, with the redirects it leads to.
struct Attempt: Sendable {
    let call: Call
    let number: Int
    let remaining: Duration?

    private var configuration: ClientConfiguration { call.configuration }
    private var operation: OperationDescriptor { call.operation }

    /// Sends the request and decodes its answer, in a span of its own.
    func response<T: Sendable>(
        _ decode: @escaping @Sendable (ResponseDecoder) throws -> T
    ) async throws -> APIResponse<T> {
        let stopwatch = Stopwatch(configuration.clock)
        let log = CallLog(call)
        return try await withSpan("\(operation.method.rawValue) \(operation.path)", ofKind: .client) { span in
            span.describe(call, attempt: number)
            do {
                let response = try await unobserved(context: span.context, decode)
                span.attributes["http.response.status_code"] = response.status.code
                log.success(response.status, attempt: number, duration: stopwatch.elapsed)
                return response
            } catch let failure {
                if failure is CancellationError || Task.isCancelled { throw CancellationError() }
                let error = failure as? APIError ?? unreadable(failure)
                span.describe(error)
                log.failure(error, attempt: number, duration: stopwatch.elapsed)
                throw error
            }
        }
    }

    private func unobserved<T: Sendable>(
        context: ServiceContext,
        _ decode: @escaping @Sendable (ResponseDecoder) throws -> T
    ) async throws -> APIResponse<T> {
        let stopwatch = Stopwatch(configuration.clock)
        let proof = try await proof()
        let redactor = Redactor(proof?.text)
        let rest = stopwatch.remaining(of: limit) ?? limit
        let exchange = Exchange(call: call, proof: proof, redactor: redactor, context: context, limit: rest)
        let (head, body) = try await bounded(rest, redactor) { activity in try await exchange.answer(activity) }
        let answer = ResponseDecoder(
            status: head.status,
            headers: head.headerFields,
            body: body,
            context: AnswerContext(
                operation: operation.id,
                envelope: operation.envelope.descriptor(in: call.service),
                catalogue: call.service.catalogue,
                maximumNesting: configuration.maximumNesting,
                redactor: redactor
            )
        )
        do {
            guard head.status.kind == .successful else { throw answer.rejection() }
            let output = try decode(answer)
            return APIResponse(
                output: output,
                status: head.status,
                headers: head.headerFields,
                attempts: number,
                body: body,
                context: answer.context
            )
        } catch var error as APIError {
            error.retryAfter = RetryAfter.duration(in: head.headerFields, now: configuration.now)
            throw error
        }
    }

    /// The credential; the time its provider takes counts against the limit of the attempt.
    private func proof() async throws -> Authenticator.Proof? {
        let authenticator = Authenticator(service: call.service, operation: operation, configuration: configuration)
        let origin = call.baseURL.origin
        guard case .provider = configuration.credential.source else { return try await authenticator.proof(for: origin) }
        do {
            return try await Watchdog(limit: limit, idle: nil, clock: configuration.clock).run { _ in
                try await authenticator.proof(for: origin)
            }
        } catch let expiry as Watchdog.Expiry {
            let text = "The credential's provider gave none within \(limit)"
            var error = APIError(kind: .timeout, operation: operation.id, message: text, underlying: expiry)
            error.isCertainlyNotSent = true
            throw error
        }
    }

    /// An error of a caller's own decoding.
    private func unreadable(_ failure: any Error) -> APIError {
        APIError(kind: .decoding, operation: operation.id, message: "The answer cannot be read", underlying: failure)
    }

    private var limit: Duration { remaining.map { min($0, call.attemptTimeout) } ?? call.attemptTimeout }

    /// Runs the exchange within the limits, and turns what the transport throws into one kind of error.
    private func bounded<T: Sendable>(
        _ rest: Duration,
        _ redactor: Redactor,
        _ work: @escaping @Sendable (Activity) async throws -> T
    ) async throws -> T {
        do {
            return try await Watchdog(limit: rest, idle: configuration.idleTimeout, clock: configuration.clock).run(work)
        } catch let error as APIError {
            throw error
        } catch let error as ParameterError {
            throw APIError(kind: .invalidArgument, operation: operation.id, message: error.message)
        } catch let expiry as Watchdog.Expiry {
            let text = expiry == .limit ? "No complete answer within \(limit)" : "The answer stopped in its middle"
            throw APIError(kind: .timeout, operation: operation.id, message: text, underlying: expiry)
        } catch let failure as HTTPTransportError {
            let cause = HTTPTransportError(failure.reason, redactor.redact(failure.message))
            let kind: APIError.Kind = failure.reason == .bodyTooLarge ? .bodyTooLarge : .connection
            var error = APIError(kind: kind, operation: operation.id, message: cause.message, underlying: cause)
            error.isCertainlyNotSent = cause.isCertainlyNotSent
            throw error
        } catch let failure {
            if failure is CancellationError || Task.isCancelled { throw CancellationError() }
            let cause = HTTPTransportError(.interrupted, redactor.redact("The transport failed: \(failure)"))
            throw APIError(kind: .connection, operation: operation.id, message: cause.message, underlying: cause)
        }
    }
}
