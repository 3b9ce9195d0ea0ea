import Hummingbird

/// Serves exported rows and whole logs under temporary links, at an origin of its own as the service's object store does.
final class DownloadServer: Sendable {
    let store: DownloadStore
    let baseURL: String
    private let signer: LinkSigner
    private let clock: SimulatedClock
    private let lifetime: Int64
    private let listener: Listener

    private init(store: DownloadStore, signer: LinkSigner, clock: SimulatedClock, lifetime: Duration, listener: Listener) {
        (self.store, self.signer, self.clock, self.listener) = (store, signer, clock, listener)
        // Longer than the clock can run, and short enough to be added to any of its times.
        self.lifetime = min(max(lifetime.components.seconds, 0), SimulatedClock.range.upperBound)
        baseURL = "http://127.0.0.1:\(listener.port)"
    }

    /// Returns once the server listens on a free port.
    ///
    /// - Parameter lifetime: How long a link is good for by the clock; a negative time counts as 0.
    /// - Throws: ``SimulatorError/cannotListen(port:reason:)``.
    static func start(clock: SimulatedClock, lifetime: Duration = .seconds(3600)) async throws -> DownloadServer {
        let store = DownloadStore()
        let signer = LinkSigner()
        let router = Router(context: DownloadContext.self)
        router.add(middleware: LoopbackHosts())
            .add(
                middleware: CORSMiddleware(
                    allowOrigin: .all,
                    allowHeaders: [.range, .ifRange, .ifMatch],
                    allowMethods: [.get, .head]
                )
            )
            .add(middleware: DownloadRecording(store: store))
            .add(middleware: DownloadAnswer(store: store, signer: signer, clock: clock))
        let listener = try await Listener.start(router.buildResponder(), port: 0)
        return DownloadServer(store: store, signer: signer, clock: clock, lifetime: lifetime, listener: listener)
    }

    /// Keeps a file of rows and returns a link to it.
    ///
    /// - Parameter name: The name under which to save the file, without its ending.
    func link(to file: ExportFile, named name: String) async -> String {
        await link(to: .rows(file), named: name)
    }

    /// Keeps a content and returns a link to it.
    ///
    /// - Parameters:
    ///   - name: The name under which to save the file, without its ending.
    ///   - subject: What the content is about; the same content about the same thing is kept once.
    func link(to content: FileContent, named name: String, about subject: String? = nil) async -> String {
        let path = await store.keep(content, named: "\(Self.plain(name)).\(content.fileNameEnding)", about: subject)
        return baseURL + signer.link(to: path, until: await clock.seconds + lifetime)
    }

    var port: Int { listener.port }

    /// Ends the server and waits until its port is free.
    func stop() async throws {
        try await listener.stop()
    }

    /// The name in letters that mean nothing to a path or a header.
    private static func plain(_ name: String) -> String {
        let name = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "_" })
        return name.isEmpty ? "results" : name
    }
}
