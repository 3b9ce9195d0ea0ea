import Hummingbird

/// Refuses requests for any other host than this machine.
///
/// A page may let its own name lead here, and would then read every answer as if it came from where the page did.
struct LoopbackHosts<Context: RequestContext>: RouterMiddleware {
    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws -> Response
    {
        // Every browser names a host; what does not is an old tool.
        guard request.head.authority.map(Loopback.contains(authority:)) ?? true else {
            let problem = "this is a simulator on this machine: the Host must be localhost, 127.0.0.1 or [::1]"
            return ControlRefusal(status: .misdirectedRequest, problems: [problem]).response
        }
        return try await next(request, context)
    }
}
