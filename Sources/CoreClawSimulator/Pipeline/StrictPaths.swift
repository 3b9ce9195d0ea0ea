import Hummingbird

/// Refuses paths with an empty segment, which the router would otherwise skip: an identifier left empty must not go unnoticed.
struct StrictPaths: RouterMiddleware {
    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard !path.contains("//"), !path.hasSuffix("/") else { throw ServiceFailure.notFound }
        return try await next(request, context)
    }
}
