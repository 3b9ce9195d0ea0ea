import Hummingbird

/// Lets only pages of this machine, and of the origins that the options name, direct the simulator; who is no page may always.
struct ControlOrigins: RouterMiddleware {
    let options: SimulatorOptions

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard !options.isForeign(request.headers[.origin]) else {
            // No page may read this: it carries no permission.
            let problem =
                "pages of this origin may not direct the simulator; SimulatorOptions.allowedOrigins names those that may"
            return ControlRefusal(status: .forbidden, problems: [problem]).response
        }
        return try await next(request, context)
    }
}
