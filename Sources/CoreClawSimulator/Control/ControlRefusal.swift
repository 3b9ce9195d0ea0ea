import Hummingbird

/// A request to the simulator's own paths that cannot be fulfilled, with everything that is wrong with it.
struct ControlRefusal: Error {
    var status = HTTPResponse.Status.badRequest
    let problems: [String]

    /// The refusal as `{"errors": […]}`.
    var response: Response {
        let body: JSON = ["errors": .array(problems.map(JSON.string))]
        return body.response(status)
    }
}

/// Answers whatever goes wrong with a refusal.
struct ControlErrors: RouterMiddleware {
    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as ControlRefusal {
            return refusal.response
        } catch let error as any HTTPResponseError where error.status == .notFound {
            let problem = "there is no \(request.method) \(request.uri.path)"
            return ControlRefusal(status: .notFound, problems: [problem]).response
        } catch let error as any HTTPResponseError {
            return ControlRefusal(status: error.status, problems: [error.status.reasonPhrase.lowercased()]).response
        }
    }
}
