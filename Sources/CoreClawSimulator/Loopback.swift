/// The names by which this machine reaches itself: `localhost`, 127.0.0.0/8 and `[::1]`.
enum Loopback {
    static func contains(host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } && UInt8($0) != nil }
    }

    /// Whether a host with or without a port, as a `Host` header has it, is one of them.
    static func contains(authority: String) -> Bool {
        guard let match = authority.wholeMatch(of: /(\[[^\]]*\]|[^:]*)(?::[0-9]*)?/) else { return false }
        return contains(host: String(match.1))
    }

    /// Whether a page of this origin, as an `Origin` header has it, comes from this machine.
    static func contains(origin: String) -> Bool {
        guard let match = origin.lowercased().wholeMatch(of: /https?:\/\/(.+)/) else { return false }
        return contains(authority: String(match.1))
    }
}
