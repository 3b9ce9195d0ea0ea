import HTTPTypes

/// What carries requests: the seam between this module and an HTTP implementation.
///
/// An implementation never blocks its thread. It sends exactly one request, follows no redirect, repeats nothing, stops as soon as its task is cancelled,
/// and reports failures as ``HTTPTransportError``. A body in gzip or deflate comes decompressed. Timeouts of whole attempts and
/// the body limit are also enforced by its caller.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns once the head of the answer is there; the body follows as it is read.
    func send(_ request: HTTPRequest, body: [UInt8]?, limits: HTTPTransportLimits) async throws -> HTTPTransportResponse
}

/// The limits of one request.
public struct HTTPTransportLimits: Sendable {
    /// How long a connection may take to be made.
    public var connectTimeout: Duration
    /// How long the whole exchange may take, or nil for no limit.
    public var attemptTimeout: Duration?
    /// The largest body of an answer, in bytes after decompression.
    public var maximumBodySize: Int
    /// Whether the server may compress; where it does although it may not, the body is decompressed all the same.
    public var acceptsCompression = true
    /// Whether the server is another than the service, as those of downloads and redirects may be: it is shown no certificate of
    /// the client.
    public var isOtherOrigin = false
    /// Whether the request may take minutes. Such requests must not take the connections that short ones need.
    public var isLongRunning = false
    /// What is told of waits for a free connection, or `nil` for nothing.
    public var observer: (any HTTPConnectionObserver)?

    /// Limits of one request.
    public init(connectTimeout: Duration, attemptTimeout: Duration?, maximumBodySize: Int) {
        self.connectTimeout = connectTimeout
        self.attemptTimeout = attemptTimeout
        self.maximumBodySize = maximumBodySize
    }
}

/// What a transport tells of its waits for a free connection, so that they do not count as part of an attempt.
///
/// A transport that has a connection at once, or does not know when it waits, tells nothing.
public protocol HTTPConnectionObserver: AnyObject, Sendable {
    /// All connections are in use, and the request waits for one of them.
    func waitsForConnection(ofAtMost connections: Int)
    /// The wait is over: the request has a connection.
    func hasConnection()
}

/// The head of an answer, and its body as it arrives.
public struct HTTPTransportResponse: Sendable {
    /// Status and headers.
    public var head: HTTPResponse
    /// The body, to be read once.
    public var body: HTTPBodyStream

    /// An answer whose body follows.
    public init(head: HTTPResponse, body: HTTPBodyStream) {
        self.head = head
        self.body = body
    }
}
