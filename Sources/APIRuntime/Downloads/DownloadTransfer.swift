#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One download: the attempts at it, each going on where the one before it broke.
struct DownloadTransfer: Sendable {
    /// What errors, log lines and metrics have in place of an operation's name.
    static let operation = "download"

    let service: ServiceDescriptor
    let configuration: ClientConfiguration
    let target: RedirectTarget
    /// The origin of the base URL, or nil where that is none a service can have.
    let serviceOrigin: Origin?
    let sink: any DownloadSink
    let state: DownloadState

    /// Throws an ``APIError`` where nothing may be downloaded from the target.
    init(
        _ target: RedirectTarget,
        of service: ServiceDescriptor,
        configuration: ClientConfiguration,
        into sink: any DownloadSink,
        reporter: ProgressReporter? = nil
    ) throws {
        self.service = service
        self.configuration = configuration
        self.target = target
        serviceOrigin = try? BaseURL(service: service, configuration: configuration).origin
        self.sink = sink
        state = DownloadState(reporter: reporter)
        try check(target.origin)
    }

    /// Where a link leads; throws an ``APIError`` where it is no link to a file.
    static func target(of url: URL) throws(APIError) -> RedirectTarget {
        guard let target = RedirectTarget(url) else {
            throw error(.invalidArgument, "The link is not an absolute http or https URL")
        }
        guard url.user() == nil, url.password() == nil else {
            throw error(.invalidArgument, "The link holds a user name or password")
        }
        return target
    }

    /// Downloads the whole file and returns the number of attempts it took.
    func run() async throws -> Int {
        let loop = RetryLoop(
            configuration: configuration,
            operation: Self.operation,
            origin: target.origin,
            totalTimeout: nil,
            log: CallLog(observed, logger: configuration.logger),
            decide: decision
        )
        return try await loop.run { turn in
            try await observed.attempt(turn.number, configuration) { _ in
                (turn.number, try await DownloadAttempt(transfer: self).run())
            }
        }
    }

    /// What follows a failure: an attempt that brought the file further is no reason to give up.
    ///
    /// A file that is another one each time is not begun again without end.
    private func decision(after failure: APIError) async -> RetryDecision {
        let decision = RetryDecision(after: failure, idempotency: .safe, rule: nil, waitsForCapacity: false)
        guard decision == .retry else { return decision }
        guard await state.restarts < configuration.retryPolicy.maximumAttempts else { return .giveUp }
        return await state.hasAdvanced ? .resume : .retry
    }

    /// Throws where a file may not be read from an origin, because the link or the file would travel unencrypted.
    func check(_ origin: Origin) throws(APIError) {
        guard origin.isSecure || origin.isLoopback || configuration.allowsInsecureDownloads else {
            throw Self.error(
                .insecureConnection,
                "Files are not downloaded over plain http from \(origin.host); use https, or allow insecure downloads."
            )
        }
    }

    /// What is thrown in place of a failure.
    func error(for failure: any Error, redactor: Redactor = Redactor()) -> any Error {
        APIError.of(failure, operation: Self.operation, redactor: redactor, limit: limit)
    }

    /// How long the beginning of an answer may take.
    var limit: Duration { configuration.attemptTimeout ?? .seconds(60) }

    /// The limit of a wait for a connection, which the downloads before this one may occupy for as long as an attempt.
    var poolTimeout: Duration? { configuration.poolTimeout.map { max($0, limit) } }

    static func error(_ kind: APIError.Kind, _ message: String, underlying: (any Error)? = nil) -> APIError {
        APIError(kind: kind, operation: operation, message: message, underlying: underlying)
    }

    /// The path of a link may be as secret as its query.
    private var observed: ObservedRequest {
        ObservedRequest(
            service: service.name,
            operation: Self.operation,
            method: .get,
            origin: target.origin,
            path: nil,
            template: nil,
            userAgent: service.userAgent,
            bodySize: 0
        )
    }
}
