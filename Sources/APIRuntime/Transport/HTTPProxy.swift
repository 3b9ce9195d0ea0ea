/// A proxy between client and service.
public struct HTTPProxy: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// The protocol spoken with the proxy.
    public enum Kind: Sendable, Hashable {
        /// HTTP, with `CONNECT` for https.
        case http
        /// SOCKS, version 5.
        case socks
    }

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

    private var username: String?
    private var password: String?

    /// A proxy at a host and a port.
    public init(_ kind: Kind, host: String, port: Int) {
        self.kind = kind
        self.host = host
        self.port = port
    }

    /// Host and port, never the login.
    public var description: String { "\(kind) proxy \(host):\(port)" }

    /// Without children, so that `dump` shows no password.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
