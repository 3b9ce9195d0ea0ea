import Hummingbird

/// A request to the simulator's own paths that cannot be fulfilled, with everything that is wrong with it.
struct ControlRefusal: Error {
    var status = HTTPResponse.Status.badRequest
    let problems: [String]
}

/// Answers whatever goes wrong with `{"errors": […]}`.
struct ControlErrors: RouterMiddleware {
    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let refusal: ControlRefusal
        do {
            return try await next(request, context)
        } catch let error as ControlRefusal {
            refusal = error
        } catch let error as any HTTPResponseError where error.status == .notFound {
            refusal = ControlRefusal(status: .notFound, problems: ["there is no \(request.method) \(request.uri.path)"])
        } catch let error as any HTTPResponseError {
            refusal = ControlRefusal(status: error.status, problems: [error.status.reasonPhrase.lowercased()])
        }
        let body: JSON = ["errors": .array(refusal.problems.map(JSON.string))]
        return Response(
            status: refusal.status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes))
        )
    }
}
