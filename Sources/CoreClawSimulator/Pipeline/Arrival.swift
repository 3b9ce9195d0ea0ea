import Hummingbird

/// The first step: numbers the request and finds out which operation it addresses.
struct Arrival: RouterMiddleware {
    let table: RouteTable
    let log: RequestLog
    let options: SimulatorOptions

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.requestID = options.requestID == .present ? await log.nextRequestID() : nil
        context.errorDetails = options.errorDetails
        // The router has matched the path already and noted it as the table spells it.
        context.route = table.entries.map(\.route).first {
            $0.path == context.endpointPath && $0.method == request.method.rawValue
        }
        context.version = context.route?.version ?? (request.uri.path.hasPrefix("/api/v1/") ? .v1 : .v2)
        return try await next(request, context)
    }
}
