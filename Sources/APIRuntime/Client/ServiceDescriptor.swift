/// What is fixed about a service: its name, servers, security schemes, envelope and error catalogue.
public struct ServiceDescriptor: Sendable {
    /// The name of the service in messages, log lines and spans.
    public var name: String
    /// The prefix of the environment variables `<prefix>_API_KEY` and `<prefix>_BASE_URL`.
    public var environmentPrefix: String
    /// The `User-Agent` of every request.
    public var userAgent: String
    /// The base URLs of the service; the first is used where none is configured.
    public var servers: [String]
    /// The schemes by which an operation may be authenticated; the first is the default.
    public var security: [SecurityScheme]
    /// The envelope around every payload, or nil where answers are bare.
    public var envelope: EnvelopeDescriptor?
    /// The application codes the service is known to answer.
    public let errorCodes: [ErrorCode]

    let catalogue: [Int: ErrorCode]

    /// Describes a service; of two catalogue entries with one number the first counts.
    public init(
        name: String,
        environmentPrefix: String,
        userAgent: String,
        servers: [String],
        security: [SecurityScheme] = [],
        envelope: EnvelopeDescriptor? = nil,
        errorCodes: [ErrorCode] = []
    ) {
        self.name = name
        self.environmentPrefix = environmentPrefix
        self.userAgent = userAgent
        self.servers = servers
        self.security = security
        self.envelope = envelope
        self.errorCodes = errorCodes
        self.catalogue = Dictionary(errorCodes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
