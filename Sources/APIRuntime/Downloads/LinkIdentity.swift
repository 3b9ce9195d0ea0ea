/// What a link has in common with every link to the same file, and with no other.
///
/// That is its origin, its path and its query without the signature, which is another one in each link that is made. It is hashed,
/// because a path or a query may be a secret and the identity is written to disk.
enum LinkIdentity {
    static func text(of target: RedirectTarget) -> String {
        let names = Set(target.query.map(name))
        let query = target.query.filter { !isSignature(name(of: $0), among: names) }
        let unsigned = RedirectTarget(origin: target.origin, path: target.path, query: query)
        return SHA256.hexadecimal("\(target.origin.scheme)://\(target.origin.authority)\(unsigned.pathAndQuery)")
    }

    private static func name(of item: String) -> String {
        PercentEncoding.decode(String(item.prefix { $0 != "=" })).lowercased()
    }

    /// Whether a parameter belongs to a signature: by the schemes of the large object stores and networks of caches, or by its name.
    ///
    /// A parameter that is not recognized belongs to the identity, so that the worst that follows is a download from the beginning.
    private static func isSignature(_ name: String, among names: Set<String>) -> Bool {
        if exact.contains(name) || prefixes.contains(where: name.hasPrefix) { return true }
        if words.contains(where: name.contains) { return true }
        // These short names mean something else where no shared access signature stands beside them.
        return sharedAccess.contains(name) && names.contains("sig") && names.contains("sv")
    }

    private static let prefixes = ["x-amz-", "x-goog-", "x-oss-", "x-obs-", "x-cos-", "x-tos-", "x-bce-"]
    private static let words = ["signature", "expir", "token", "credential", "accesskeyid", "googleaccessid", "q-sign-"]
    private static let exact: Set<String> = [
        "sig", "sign", "hmac", "auth_key", "policy", "key-pair-id", "q-ak", "q-key-time", "q-header-list", "q-url-param-list",
    ]
    private static let sharedAccess: Set<String> = [
        "sv", "ss", "srt", "sr", "sp", "st", "se", "spr", "sip", "skoid", "sktid", "skt", "ske", "sks", "skv",
    ]
}
