/// The settings of a transport's connections.
///
/// Files of certificates are read with the first request, which throws an ``APIError`` of the kind `invalidArgument` where they
/// are of no use.
public struct HTTPTransportSettings: Sendable, Hashable {
    /// Maximum number of connections to one host; above 0. More requests at once wait for one, first come first served.
    ///
    /// Over HTTP/2, where one connection carries many requests, ``maximumStreamsPerHost`` counts instead.
    public var maximumConnectionsPerHost = 64
    /// Maximum number of further connections to one host for downloads and for calls that may take longer than a minute; above 0.
    ///
    /// They have their own connections so that short calls always find one, however many long calls there are.
    public var maximumLongRunningConnectionsPerHost = 64
    /// Maximum number of requests at once to one host over HTTP/2, and again for downloads and long calls; above 0.
    ///
    /// Servers usually allow at least 100 on a connection.
    public var maximumStreamsPerHost = 100
    /// How long an unused connection is kept, shorter than what load balancers allow.
    public var idleConnectionTimeout: Duration = .seconds(30)
    /// Whether HTTP/2 is used where the server offers it.
    public var allowsHTTP2 = true
    /// The proxy that requests are sent through, `.environment` for the one that variables such as `HTTPS_PROXY` name, or `nil`
    /// for none.
    public var proxy: HTTPProxy?
    /// The certificates the service's own certificate has to go back to, or nil for those the system trusts.
    ///
    /// They are for the origin of the base URL alone. Other servers, to which downloads and redirects may lead, have to be
    /// trusted by the system or by ``additionalTrustRoots``.
    public var trustRoots: [PEMSource]?
    /// Certificates that are trusted beside the others, everywhere.
    public var additionalTrustRoots: [PEMSource] = []
    /// What is shown to the service if it asks for a certificate, or nil for nothing; only the base URL's origin gets it.
    public var clientCertificate: ClientCertificate?
    /// Whether certificates are checked; turning this off is for tests only.
    public var verifiesCertificates = true

    /// The defaults.
    public init() {}
}
