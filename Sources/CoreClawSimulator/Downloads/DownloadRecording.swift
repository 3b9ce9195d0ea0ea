import Hummingbird

/// Writes the request down, and refuses it when it carries a credential: a signed link is to be fetched without.
struct DownloadRecording: RouterMiddleware {
    let store: DownloadStore

    func handle(
        _ request: Request,
        context: DownloadContext,
        next: (Request, DownloadContext) async throws -> Response
    ) async throws -> Response {
        let credentials = Self.credentials(of: request)
        let response =
            credentials.isEmpty
            ? try await next(request, context)
            : DownloadFailure.credential(credentials.joined(separator: ", ")).response
        await store.record(
            ReceivedDownload(
                request: ReceivedRequest(request, body: [], operation: nil),
                status: response.status.code,
                credentials: credentials
            )
        )
        return response
    }

    private static func credentials(of request: Request) -> [String] {
        let headers = request.headers.map(\.name.canonicalName).filter { ["authorization", "api-key", "cookie"].contains($0) }
        return Set(headers).sorted() + (QueryItems(request.uri.query)["token"].isEmpty ? [] : ["token"])
    }
}
