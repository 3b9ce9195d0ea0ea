import HTTPTypes
import Hummingbird

/// Lets a planned fault happen to a request of its operation.
struct FaultInjection: RouterMiddleware {
    /// Thrown while a body is being written, which closes the connection.
    struct ConnectionCut: Error {}

    /// Real time cannot be slept away in every amount that a duration can have.
    private static let longestDelay = Duration.seconds(365 * 86400)

    let route: Route
    let plan: FaultPlan

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        switch await plan.next(for: route.operationID) {
        case nil:
            return try await next(request, context)
        case .status(let status, let code, let message, let retryAfter):
            var failure = ServiceFailure(status: status, code: code, message: message)
            failure.headers[.retryAfter] = retryAfter.map(String.init)
            throw failure
        case .delay(let duration):
            try await Task.sleep(for: min(duration, Self.longestDelay))
            return try await next(request, context)
        case .cutConnection:
            return try await half(of: answer(request, context, next)) { [channel = context.channel] in
                try await channel?.flushed()
                throw ConnectionCut()
            }
        case .stall:
            return try await half(of: answer(request, context, next)) {
                while true { try await Task.sleep(for: .seconds(3600)) }
            }
        case .garbage:
            return Response(
                status: .ok,
                headers: [.contentType: "application/json; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "<html><body>\u{FFFD} upstream {\"code\": 0,</body></html>"))
            )
        case .repeatPage:
            var context = context
            context.repeatsPage = true
            return try await next(request, context)
        }
    }

    /// The true answer, also when it is a refusal.
    private func answer(
        _ request: Request,
        _ context: ServiceContext,
        _ next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let failure as ServiceFailure {
            return context.envelope.failure(failure, route: route)
        }
    }

    /// An answer that announces its whole length, sends the first half and then does something else.
    private func half(of response: Response, then ending: @escaping @Sendable () async throws -> Void) async throws -> Response {
        let written = BodyCollector()
        try await response.body.write(CollectingBodyWriter(collector: written))
        let bytes = await written.bytes
        let body = ResponseBody(contentLength: bytes.count) { writer in
            try await writer.write(ByteBuffer(bytes: bytes.prefix(bytes.count / 2)))
            try await ending()
        }
        return Response(status: response.status, headers: response.headers, body: body)
    }
}
