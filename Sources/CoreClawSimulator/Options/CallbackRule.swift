/// Where callbacks are sent to.
public enum CallbackRule: Sendable, Hashable {
    /// To this machine alone: `localhost`, 127.0.0.0/8 and `[::1]`. What names another host is recorded as not sent, so that no test
    /// talks to strangers.
    case loopback
    /// To every http and https address.
    case anywhere

    func allows(host: String) -> Bool {
        guard self == .loopback else { return true }
        let host = host.lowercased()
        if host == "localhost" || host == "::1" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
