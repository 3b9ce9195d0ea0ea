import Hummingbird

/// Reads the body and writes the request down.
struct RequestRecording: RouterMiddleware {
    /// The largest body that is read, in bytes; larger ones are answered with 413.
    static let maximumBodySize = 8 * 1024 * 1024

    let log: RequestLog

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: Self.maximumBodySize)
        await log.record(ReceivedRequest(request, body: Array(buffer: body), operation: context.route?.operationID))
        return try await next(request, context)
    }
}
