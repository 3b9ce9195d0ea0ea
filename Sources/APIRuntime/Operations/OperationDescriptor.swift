import HTTPTypes

/// What is fixed about an operation: method, path and how it may be repeated.
public struct OperationDescriptor: Sendable {
    /// The operation's name in the specification.
    public var id: String
    /// The HTTP method.
    public var method: HTTPRequest.Method
    /// The path below the base URL, with parameters as `{name}`.
    public var path: String
    /// What sending the request twice does.
    public var idempotency: Idempotency
    /// Which credential is sent.
    public var security: SecurityRequirement
    /// Which envelope surrounds the payload.
    public var envelope: EnvelopeRule
    /// Application codes that, as the answer to a request sent again, mean that an earlier one was done though its answer was lost.
    ///
    /// They make the call a success if the output is `Void`. A DELETE is done as well if the service says, by a code of its own,
    /// that nothing is there; where answers have no code, if a 404 follows on an answer that was lost.
    public var doneWhenRepeated: [Int]
    /// The limit of one attempt where it must be another than the client's.
    public var timeout: Duration?

    /// Describes an operation.
    public init(
        id: String,
        method: HTTPRequest.Method,
        path: String,
        idempotency: Idempotency,
        security: SecurityRequirement,
        envelope: EnvelopeRule = .service,
        doneWhenRepeated: [Int] = [],
        timeout: Duration? = nil
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.idempotency = idempotency
        self.security = security
        self.envelope = envelope
        self.doneWhenRepeated = doneWhenRepeated
        self.timeout = timeout
    }
}
