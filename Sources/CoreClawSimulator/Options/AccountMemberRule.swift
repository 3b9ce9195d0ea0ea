/// Which members the account has in answers of v2.
public enum AccountMemberRule: Sendable, Hashable {
    /// The balance and its expiry. What the service does today.
    case balance
    /// The traffic quota and its expiry as well. What the service did until June 2026.
    case withTraffic
}
