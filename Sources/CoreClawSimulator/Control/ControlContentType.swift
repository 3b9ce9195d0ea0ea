import Hummingbird

/// Asks every `POST` for JSON: a browser lets no page send that unasked, other than forms and plain text.
struct ControlContentType: RouterMiddleware {
    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        guard request.method != .post || type == "application/json" else {
            throw ControlRefusal(status: .unsupportedMediaType, problems: ["a POST needs Content-Type: application/json"])
        }
        return try await next(request, context)
    }
}
