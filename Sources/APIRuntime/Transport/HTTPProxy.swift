/// A proxy between client and service.
public struct HTTPProxy: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// The protocol spoken with the proxy.
    public enum Kind: Sendable, Hashable {
        /// HTTP, with `CONNECT` for https.
        case http
        /// SOCKS, version 5.
        case socks
    }

    /// The proxy that the environment names for each request, or none.
    ///
    /// `HTTPS_PROXY` is for https, `HTTP_PROXY` for http, and `ALL_PROXY` for both where the other is missing. `NO_PROXY` lists
    /// the hosts that are reached without a proxy: names, which include their subdomains, and IP addresses, either with a port if
    /// only that port is meant, or `*` for all. The names may be in lower case, as curl has them. This machine is always reached
    /// without a proxy. A variable that names no http or SOCKS proxy is an error of the kind `invalidArgument`.
    public static let environment: HTTPProxy = {
        var proxy = HTTPProxy(.http, host: "", port: 0)
        proxy.isFromEnvironment = true
        return proxy
    }()

    /// The protocol spoken with the proxy.
    public var kind: Kind
    /// Its host.
    public var host: String
    /// Its port, 1 to 65535; with any other every request fails before it is sent.
    public var port: Int
    /// User name and password for an HTTP proxy, where it asks for them.
    public var login: (username: String, password: String)? {
        get { username.map { ($0, password ?? "") } }
        set { (username, password) = (newValue?.username, newValue?.password) }
    }

    private(set) var isFromEnvironment = false
    private var username: String?
    private var password: String?

    /// A proxy at a host and a port.
    public init(_ kind: Kind, host: String, port: Int) {
        self.kind = kind
        self.host = host
        self.port = port
    }

    /// Host and port, never the login.
    public var description: String { isFromEnvironment ? "proxy of the environment" : "\(kind) proxy \(host):\(port)" }

    /// Without children, so that `dump` shows no password.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
