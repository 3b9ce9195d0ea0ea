#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The proxies that environment variables name, by the rules of curl.
///
/// `HTTPS_PROXY` is for https, `HTTP_PROXY` for http, and `ALL_PROXY` for both where the other is missing. Each may be written in
/// lower case, which counts first.
struct ProxyEnvironment: Sendable {
    let value: @Sendable (_ name: String) -> String?

    /// The proxy for a URL, or `nil` for none; throws if a variable names none that can be used.
    func proxy(scheme: String, authority: String) throws(ParameterError) -> HTTPProxy? {
        let name = scheme == "https" ? "HTTPS_PROXY" : "HTTP_PROXY"
        guard let (name, text) = variable(name) ?? variable("ALL_PROXY") else { return nil }
        let target = NoProxyList.Target(authority: authority, scheme: scheme)
        guard !target.isLoopback, !NoProxyList(variable("NO_PROXY")?.value ?? "").contains(target) else { return nil }
        guard let proxy = HTTPProxy(url: text) else {
            // The value may hold a password.
            throw ParameterError("\(name) is not the URL of an http or SOCKS proxy, such as http://proxy.example.com:3128")
        }
        return proxy
    }

    private func variable(_ name: String) -> (name: String, value: String)? {
        for spelling in [name.lowercased(), name] {
            // A web server sets HTTP_PROXY for its CGI programs from a header that anybody can send.
            if spelling == "HTTP_PROXY", value("REQUEST_METHOD") != nil { continue }
            if let text = value(spelling)?.trimmingSpaces(), !text.isEmpty { return (spelling, text) }
        }
        return nil
    }
}

extension HTTPProxy {
    /// The port of a proxy whose URL names none, as in curl.
    private static let defaultPort = 1080

    /// A proxy from a URL; a host alone, with or without a port, is an HTTP proxy.
    fileprivate init?(url text: String) {
        let parts = text.firstRange(of: "://").map { (text[..<$0.lowerBound].lowercased(), text[$0.upperBound...]) }
        let kind: Kind
        switch parts?.0 {
        case "http", nil: kind = .http
        case "socks", "socks5", "socks5h": kind = .socks
        default: return nil
        }
        guard let url = URL(string: "http://" + (parts?.1 ?? text[...])),
            let host = url.host(percentEncoded: false), !host.isEmpty
        else { return nil }
        let port = url.port ?? Self.defaultPort
        guard (1...65_535).contains(port) else { return nil }
        self.init(kind, host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host, port: port)
        if let user = url.user(percentEncoded: false), !user.isEmpty {
            login = (user, url.password(percentEncoded: false) ?? "")
        }
    }
}
