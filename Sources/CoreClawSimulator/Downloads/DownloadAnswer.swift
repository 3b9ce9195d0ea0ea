import Hummingbird

/// Answers every request to the file server; nothing comes after it.
struct DownloadAnswer: RouterMiddleware {
    let store: DownloadStore
    let signer: LinkSigner
    let clock: SimulatedClock

    func handle(
        _ request: Request,
        context: DownloadContext,
        next: (Request, DownloadContext) async throws -> Response
    ) async throws -> Response {
        let response: Response
        do {
            response = try await answer(to: request, context)
        } catch let failure as DownloadFailure {
            response = failure.response
        }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to request: Request, _ context: DownloadContext) async throws -> Response {
        guard [.get, .head].contains(request.method) else { throw DownloadFailure.method }
        let file = try await file(for: request)
        // A request for the head alone has no body that could be cut, and whoever plans a fault means the download.
        let fault = request.method == .get ? await store.nextFault() : nil
        switch fault {
        case nil: return try Download(of: file, request).response
        case .cut(let count):
            let cut = Download.Interruption(count: count) { [context] in
                try await context.channel.flushed()
                throw Download.ConnectionCut()
            }
            return try Download(of: file, request, interruption: cut).response
        case .stall(let count):
            let stall = Download.Interruption(count: count) {
                while true { try await Task.sleep(for: .seconds(3600)) }
            }
            return try Download(of: file, request, interruption: stall).response
        case .withoutRanges: return try Download(of: file, request, offersRanges: false).response
        case .changedContent: return try Download(of: await store.changeFile(at: file.path) ?? file, request).response
        case .status(let status): throw DownloadFailure.planned(status)
        }
    }

    /// The file that a link names, if the link is still good.
    private func file(for request: Request) async throws -> StoredFile {
        let file = await store.file(at: request.uri.path)
        switch signer.verdict(on: request.uri.path, query: request.uri.query) {
        case .valid(let end):
            guard await clock.seconds < end else { throw DownloadFailure.expired }
            guard let file else { throw DownloadFailure.unknown }
            return file
        case .unsigned: throw file == nil ? DownloadFailure.unknown : .unsigned
        case .wrong: throw file == nil ? DownloadFailure.unknown : .wrongSignature
        }
    }
}
