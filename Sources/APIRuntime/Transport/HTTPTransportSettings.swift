/// The settings of a transport's connections.
public struct HTTPTransportSettings: Sendable, Hashable {
    /// How many connections to one host are open at once; above 0.
    public var maximumConnectionsPerHost = 64
    /// How long an unused connection is kept, shorter than what load balancers allow.
    public var idleConnectionTimeout: Duration = .seconds(30)
    /// The largest answer after decompression, in bytes.
    public var maximumDecompressedSize = 1 << 30
    /// Whether HTTP/2 is used where the server offers it.
    public var allowsHTTP2 = true
    /// What requests are sent through, or nil for none.
    public var proxy: HTTPProxy?
    /// Paths of PEM files with certificates that are trusted beside the system's.
    public var additionalTrustRoots: [String] = []
    /// Whether certificates are checked; turning this off is for tests only.
    public var verifiesCertificates = true

    /// The defaults.
    public init() {}
}
