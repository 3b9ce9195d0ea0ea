import Foundation

/// Where a callback goes.
struct CallbackAddress: Sendable, Equatable {
    let host: String
    /// 1...65535.
    let port: Int

    /// nil for anything but an http or https URL with a host and, if any, a port that can be.
    init?(_ text: String) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host(), !host.isEmpty
        else { return nil }
        // Foundation overlooks a port that is too large for an Int, and the client would go to the usual one.
        let digits = text.firstMatch(of: /^[^:]+:\/\/[^\/?#]*:([0-9]+)(?:[\/?#]|$)/)?.1
        let port = digits.map { Int($0) ?? 0 } ?? (scheme == "https" ? 443 : 80)
        guard (1...65535).contains(port) else { return nil }
        (self.host, self.port) = (host, port)
    }
}
