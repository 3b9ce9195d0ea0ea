import HTTPTypes

/// One call: the attempts at a request, and the pauses between them.
///
/// A class, because a configuration has many parts and each copy counts the references of all of them.
final class Call: Sendable {
    let service: ServiceDescriptor
    let operation: OperationDescriptor
    let configuration: ClientConfiguration
    let baseURL: BaseURL
    let request: EncodedRequest
    /// What log lines, metrics and spans tell of the call.
    let observed: ObservedRequest
    let attemptTimeout: Duration
    /// Whether the operation may take longer than ordinary ones, so that it must not occupy their connections.
    let isLongRunning: Bool

    /// The limit of an attempt where neither the client nor the operation has one.
    static let ordinaryTimeout = Duration.seconds(60)

    /// Encodes an operation; throws an ``APIError`` where it cannot be sent.
    init<O: APIOperation>(_ operation: O, of service: ServiceDescriptor, configuration: ClientConfiguration) throws {
        let descriptor = O.descriptor
        self.service = service
        self.operation = descriptor
        self.configuration = configuration
        let timeout = operation.timeout
        attemptTimeout = configuration.attemptTimeout ?? timeout ?? Self.ordinaryTimeout
        isLongRunning = timeout.map { $0 > Self.ordinaryTimeout } ?? false
        var encoder = RequestEncoder(randomness: configuration.randomness)
        operation.encode(into: &encoder)
        do throws(ParameterError) {
            request = try EncodedRequest(encoder, descriptor: descriptor)
            baseURL = try BaseURL(service: service, configuration: configuration)
        } catch {
            throw APIError(kind: .invalidArgument, operation: descriptor.id, message: error.message)
        }
        observed = ObservedRequest(
            service: service.name,
            operation: descriptor.id,
            method: descriptor.method,
            origin: baseURL.origin,
            path: baseURL.path + request.path,
            template: descriptor.path,
            userAgent: service.userAgent,
            bodySize: request.body?.count ?? 0
        )
    }

    /// Sends the request until it succeeds or may not be sent again.
    func response<T: Sendable>(
        _ decode: @escaping @Sendable (ResponseDecoder) throws -> T
    ) async throws -> APIResponse<T> {
        let loop = RetryLoop(
            configuration: configuration,
            operation: operation.id,
            origin: baseURL.origin,
            totalTimeout: configuration.totalTimeout,
            log: CallLog(observed, logger: configuration.logger),
            decide: { self.decision(after: $0) }
        )
        return try await loop.run { turn in
            do {
                let response = try await Attempt(call: self, turn: turn).response(decode)
                // What was done may have been to end something, or to wait for its end.
                if operation.idempotency == .unsafe { configuration.shared.capacity.release.fire() }
                return response
            } catch {
                throw ending(error, attempt: turn.number)
            }
        }
    }

    /// The limit of a wait for a connection. The calls before a long one may be as long.
    var poolTimeout: Duration? {
        configuration.poolTimeout.map { isLongRunning ? max($0, attemptTimeout) : $0 }
    }

    /// What the catalogue says about a failure.
    func rule(for failure: APIError) -> ErrorCode.Retry? {
        failure.code.flatMap { service.catalogue[$0.rawValue]?.retry }
    }

    private func decision(after failure: APIError) -> RetryDecision {
        // A request without a valid credential has done nothing.
        if failure.kind == .unauthorized, operation.security != .none, case .provider = configuration.credential.source {
            return .renewCredential
        }
        return RetryDecision(
            after: failure,
            idempotency: operation.idempotency,
            rule: rule(for: failure),
            waitsForCapacity: configuration.waitForCapacity
        )
    }
}
