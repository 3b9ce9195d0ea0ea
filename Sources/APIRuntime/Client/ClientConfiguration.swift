import HTTPTypes
import Logging

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The options of a client.
public struct ClientConfiguration: Sendable {
    /// Where the service is; nil means `<PREFIX>_BASE_URL` from the environment, or else the service's first server.
    public var baseURL: URL?
    /// What proves who is calling; by default `<PREFIX>_API_KEY` from the environment.
    public var credential: Credential = .environment

    /// How long a connection may take to be made, the TLS handshake included.
    public var connectTimeout: Duration = .seconds(10)
    /// The longest wait for a free connection when all are in use, or `nil` for no limit but ``totalTimeout``.
    ///
    /// The wait takes nothing from ``attemptTimeout`` and is not retried. A call that may take longer than a minute waits at
    /// least as long as one of its attempts may take.
    public var poolTimeout: Duration? = .seconds(60)
    /// The longest silence between two pieces of an answer's body, or nil for no limit.
    public var idleTimeout: Duration? = .seconds(30)
    /// The limit of one attempt from sending to the last byte; nil means the operation's own, or else 60 seconds.
    ///
    /// Of a download it bounds what comes before the first byte.
    public var attemptTimeout: Duration?
    /// The limit of a call with all its attempts and pauses, or nil for no limit; downloads may take longer.
    public var totalTimeout: Duration? = .seconds(600)

    /// How often a failed request is retried, and how long the pauses are.
    public var retryPolicy = RetryPolicy()
    /// How many retries all clients of the same transport and origin may make together.
    public var retryBudget = RetryBudget()
    /// Whether a request that is rejected for lack of capacity is retried until ``totalTimeout``.
    ///
    /// Such calls wait in line, first come, first served, with all clients of the same transport, origin and credential. Only the
    /// first in line sends requests: every 0.5 to 5 seconds, and at once when a call or a wait of this process shows that something
    /// has ended.
    public var waitForCapacity = false
    /// Maximum number of pieces of work that ``APIClient/limitingStarts(timeout:isolation:_:)`` performs at once, or `nil` for no
    /// limit; at least 1.
    public var maximumConcurrentStarts: Int?

    /// How the service counts pages.
    public var pageNumbering = PageNumbering.page
    /// How many pages are read ahead of the one being consumed; 0 for none.
    public var readAheadPages = 4

    /// The largest body of an answer, in bytes after decompression.
    public var maximumBodySize = 64 << 20
    /// The largest file that is downloaded, in bytes, or nil for no limit.
    public var maximumDownloadSize: Int?
    /// Whether files are downloaded over plain http from other machines; the query of a link may be a secret.
    public var allowsInsecureDownloads = false
    /// How deep arrays and objects may be nested in an answer.
    public var maximumNesting = 128
    /// Whether a response fails if an optional property cannot hold its value.
    ///
    /// Otherwise the property is `nil`, the value is kept in `unknownMembers`, and one warning names the path.
    public var strictDecoding = false
    /// How often a read may be redirected.
    public var maximumRedirects = 5

    /// Headers added to every request to the base URL's host; they replace those the client would send, except the credential, the
    /// trace context and `Accept-Encoding`.
    public var additionalHeaders = HTTPFields()
    /// Where log lines go; no line holds a credential, a query or a body.
    public var logger = Logger(label: "api-client")
    /// What carries requests.
    public var transport: any HTTPTransport = AsyncHTTPTransport.shared {
        didSet { shared = SharedTransportState.of(transport) }
    }
    /// What measures timeouts and pauses.
    public var clock: any Clock<Duration> = ContinuousClock() {
        didSet { deadlines = DeadlineScheduler.on(clock) }
    }
    /// The time of day, for `Retry-After` dates.
    public var now: @Sendable () -> Date = { Date() }
    /// The source of jitter and multipart boundaries: 64 random bits at a time.
    public var randomness: @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
    /// Where environment variables are looked up, on first need.
    public var environment: @Sendable (_ name: String) -> String? = { ProcessEnvironment.value(of: $0) }

    /// The deadlines on the clock, which all copies share.
    private(set) var deadlines = DeadlineScheduler.on(ContinuousClock())
    /// What all clients of the transport share.
    private(set) var shared = SharedTransportState.of(AsyncHTTPTransport.shared)

    /// The defaults.
    public init() {}
}

extension ClientConfiguration: CustomStringConvertible, CustomReflectable {
    /// The base URL's host and the limits; never a credential or a header's value.
    public var description: String {
        let host = baseURL.flatMap { $0.host() } ?? "default server"
        return "ClientConfiguration(\(host), credential: \(credential))"
    }

    /// Without children, so that `dump` shows no header value and no setting of a proxy.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
