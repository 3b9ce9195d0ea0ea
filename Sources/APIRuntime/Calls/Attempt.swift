import HTTPTypes
import Tracing

/// One attempt at a request, with the redirects it leads to.
struct Attempt: Sendable {
    let call: Call
    let turn: RetryLoop.Turn

    private var configuration: ClientConfiguration { call.configuration }
    private var operation: OperationDescriptor { call.operation }

    /// Sends the request and decodes its answer, in a span of its own.
    func response<T: Sendable>(
        _ decode: @escaping @Sendable (ResponseDecoder) throws -> T
    ) async throws -> APIResponse<T> {
        try await call.observed.attempt(turn.number, configuration) { context in
            let response = try await unobserved(context: context, decode)
            return (response, response.status)
        }
    }

    private func unobserved<T: Sendable>(
        context: ServiceContext,
        _ decode: @escaping @Sendable (ResponseDecoder) throws -> T
    ) async throws -> APIResponse<T> {
        let stopwatch = Stopwatch(configuration.deadlines)
        let proof = try await proof()
        let redactor = Redactor(proof?.text)
        let rest = stopwatch.remaining(of: limit) ?? limit
        let exchange = Exchange(call: call, proof: proof, redactor: redactor, context: context, limit: rest)
        let timeLimit = TimeLimit(
            attempt: rest,
            total: stopwatch.remaining(of: turn.remaining),
            idle: configuration.idleTimeout,
            pool: call.poolTimeout,
            scheduler: configuration.deadlines
        )
        let (head, body) = try await bounded(timeLimit, redactor) { activity in try await exchange.answer(activity) }
        let answer = ResponseDecoder(
            status: head.status,
            headers: head.headerFields,
            body: body,
            context: AnswerContext(
                operation: operation.id,
                envelope: operation.envelope.descriptor(in: call.service),
                catalogue: call.service.catalogue,
                maximumNesting: configuration.maximumNesting,
                redactor: redactor,
                strictDecoding: configuration.strictDecoding,
                logger: configuration.logger
            )
        )
        func response(_ output: T) -> APIResponse<T> {
            APIResponse(
                output: output,
                status: head.status,
                headers: head.headerFields,
                attempts: turn.number,
                body: body,
                context: answer.context
            )
        }
        do {
            guard head.status.kind == .successful else { throw answer.rejection() }
            return response(try decode(answer))
        } catch var error as APIError {
            // An earlier attempt did it, and its answer, of which there is nothing to know, was lost.
            if isDone(error), let nothing = () as? T {
                return response(nothing)
            }
            error.headers = redactor.redact(head.headerFields)
            if error.kind == .unauthorized { await proof?.reject() }
            error.retryAfter = RetryAfter.duration(in: head.headerFields, now: configuration.now)
            throw error
        }
    }

    /// Whether a refusal says that an attempt before this one did what is asked for.
    private func isDone(_ error: APIError) -> Bool {
        guard turn.mayBeDone else { return false }
        if let code = error.code?.rawValue, operation.doneWhenRepeated.contains(code) { return true }
        guard operation.method == .delete, error.kind == .notFound else { return false }
        // Where nothing tells the service's own 404 from a gateway's, one after a gateway's failure says nothing.
        guard operation.envelope.descriptor(in: call.service)?.code != nil else { return turn.isAnswerLost }
        return error.code.flatMap { call.service.catalogue[$0.rawValue] }?.ownKind == .notFound
    }

    /// The credential; the time its provider takes counts against the limit of the attempt.
    private func proof() async throws -> Authenticator.Proof? {
        let authenticator = Authenticator(service: call.service, operation: operation, configuration: configuration)
        let origin = call.baseURL.origin
        guard case .provider = configuration.credential.source else { return try await authenticator.proof(for: origin) }
        do {
            return try await TimeLimit(total: limit, scheduler: configuration.deadlines).run { _ in
                try await authenticator.proof(for: origin)
            }
        } catch let expiry as TimeLimit.Expiry {
            let text = "The credential's provider gave none within \(limit)"
            var error = APIError(kind: .timeout, operation: operation.id, message: text, underlying: expiry)
            error.isCertainlyNotSent = true
            throw error
        }
    }

    private var limit: Duration { turn.remaining.map { min($0, call.attemptTimeout) } ?? call.attemptTimeout }

    /// Runs the exchange within the limits, and turns what the transport throws into one kind of error.
    private func bounded<T: Sendable>(
        _ timeLimit: TimeLimit,
        _ redactor: Redactor,
        _ work: @escaping @Sendable (Activity) async throws -> T
    ) async throws -> T {
        do {
            return try await timeLimit.run(startingHere: true, work)
        } catch is TimeLimit.CancelledWhileSending where operation.idempotency == .unsafe {
            throw APIError(kind: .cancelled, operation: operation.id, message: "The request was cancelled")
        } catch {
            throw APIError.of(error, operation: operation.id, redactor: redactor, limit: limit)
        }
    }
}
