import Hummingbird

/// Asks for one of the accepted credentials, unless the operation is public.
struct Authentication: RouterMiddleware {
    let route: Route
    let apiKeys: [String]

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard !route.isPublic else { return try await next(request, context) }
        let keys = presentedKeys(request)
        guard keys.contains(where: apiKeys.contains) else { throw refusal(isMissing: keys.isEmpty) }
        return try await next(request, context)
    }

    private func presentedKeys(_ request: Request) -> [String] {
        var keys = [
            bearerToken(request.headers[.authorization]), request.headers.first { $0.name.canonicalName == "api-key" }?.value,
        ]
        if route.version == .v2 { keys += QueryItems(request.uri.query)["token"] }
        return keys.compactMap(\.self).filter { !$0.isEmpty }
    }

    private func bearerToken(_ header: String?) -> String? {
        guard let header, header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst("bearer ".count).drop { $0 == " " })
    }

    private func refusal(isMissing: Bool) -> ServiceFailure {
        switch route.version {
        case .v1: ServiceFailure(status: 401)
        case .v2: ServiceFailure(status: 401, code: isMissing ? nil : 12002)
        }
    }
}
