import Hummingbird

/// Turns whatever is thrown further down into an error envelope.
struct ErrorEnvelope: RouterMiddleware {
    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let failure as ServiceFailure {
            return context.envelope.failure(failure, route: context.route)
        } catch let error as any HTTPResponseError {
            return context.envelope.failure(ServiceFailure(status: error.status.code), route: context.route)
        } catch {
            return context.envelope.failure(ServiceFailure(status: 500), route: context.route)
        }
    }
}
