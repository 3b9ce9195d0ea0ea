/// The hosts of `NO_PROXY`, by the rules of curl: names with their subdomains, IP addresses, ports, and `*` for all.
struct NoProxyList: Sendable {
    /// A host that is to be reached.
    struct Target: Sendable {
        let host: String
        let port: Int

        init(authority: String, scheme: String) {
            let (host, port) = NoProxyList.split(authority)
            self.host = host
            self.port = port ?? (scheme == "https" ? 443 : 80)
        }

        /// Nothing on this machine is reached through another.
        var isLoopback: Bool { Origin.isLoopback(host) }
    }

    private let entries: [(host: String, port: Int?)]

    /// Entries between commas or spaces.
    init(_ text: String) {
        entries = text.split { $0 == "," || $0 == " " || $0 == "\t" }.map { Self.split(String($0)) }
    }

    func contains(_ target: Target) -> Bool {
        entries.contains { entry in
            if entry.host == "*" { return true }
            if let port = entry.port, port != target.port { return false }
            let name = entry.host.hasPrefix(".") ? String(entry.host.dropFirst()) : entry.host
            guard !name.isEmpty else { return false }
            return target.host == name || (target.host.hasSuffix("." + name) && !target.isAddress)
        }
    }

    /// The host in lower case, without the brackets of an IPv6 address and the dot at the end of a name, and the port.
    private static func split(_ text: String) -> (host: String, port: Int?) {
        var host = text.lowercased()
        var port: Int?
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            port = host[host.index(after: end)...].split(separator: ":").first.flatMap { Int($0) }
            return (String(host[host.index(after: host.startIndex)..<end]), port)
        }
        // Without brackets, more than one colon is an IPv6 address.
        if let colon = host.firstIndex(of: ":"), host.lastIndex(of: ":") == colon {
            port = Int(host[host.index(after: colon)...])
            host = String(host[..<colon])
        }
        if host.count > 1, host.hasSuffix(".") { host.removeLast() }
        return (host, port)
    }
}

extension NoProxyList.Target {
    /// Whether the host is an IP address, which has no subdomains.
    fileprivate var isAddress: Bool {
        host.contains(":") || host.split(separator: ".").allSatisfy { UInt8($0) != nil }
    }
}
