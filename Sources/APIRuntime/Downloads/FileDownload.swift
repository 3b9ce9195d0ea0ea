/// One download to a file: what an earlier one left behind, the transfer of the rest, and the file that is put in its place.
struct FileDownload: Sendable {
    let path: String
    let isResuming: Bool
    private let file: FileReplacement
    private let transfer: DownloadTransfer

    /// Throws an ``APIError`` where nothing may be downloaded from the target.
    init(
        _ target: RedirectTarget,
        to path: String,
        replacing: Bool,
        resuming: Bool,
        of service: ServiceDescriptor,
        configuration: ClientConfiguration,
        reporter: ProgressReporter?,
        calls: FileCalls = FileCalls()
    ) throws {
        self.path = path
        isResuming = resuming
        let identity = resuming ? LinkIdentity.text(of: target) : nil
        file = FileReplacement(of: path, replacing: replacing, resuming: identity, calls: calls)
        transfer = try DownloadTransfer(target, of: service, configuration: configuration, into: file, reporter: reporter)
    }

    /// Downloads the file; throws an ``APIError`` or `CancellationError`.
    func run() async throws -> DownloadedFile {
        let state = transfer.state
        var attempts = 0
        do {
            if let leftover = try await file.prepare() {
                await state.restore(leftover.response, received: leftover.size)
            }
            attempts = try await transfer.run()
            try Task.checkCancellation()
            try await file.commit()
            await state.report(isDue: true)
            return try await state.file(at: path, attempts: attempts)
        } catch {
            if isResuming, await state.resumption != nil { await file.suspend() } else { await file.discard() }
            guard var error = transfer.error(for: error) as? APIError else { throw CancellationError() }
            error.attempts = max(error.attempts, attempts)
            if error.kind == .file { error.isCertainlyNotSent = error.attempts == 0 }
            throw error
        }
    }
}
