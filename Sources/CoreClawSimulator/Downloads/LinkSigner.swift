/// Signs temporary links and knows its own signatures again.
struct LinkSigner: Sendable {
    /// What a link says, as far as it is to be believed.
    enum Verdict: Equatable {
        /// The path is good until a moment, Unix seconds.
        case valid(until: Int64)
        case unsigned
        case wrong
    }

    private let secret = UInt64.random(in: .min ... .max)

    /// A path with its query.
    func link(to path: String, until expires: Int64) -> String {
        "\(path)?expires=\(expires)&signature=\(signature(of: path, expires))"
    }

    func verdict(on path: String, query: String?) -> Verdict {
        let items = QueryItems(query)
        guard let expires = items["expires"].first, let signature = items["signature"].first else { return .unsigned }
        guard let moment = Int64(expires), signature == self.signature(of: path, moment) else { return .wrong }
        return .valid(until: moment)
    }

    /// As hard to guess as a test needs it: what is protected are made-up rows on this machine.
    private func signature(of path: String, _ expires: Int64) -> String {
        var hasher = Hasher()
        hasher.combine(secret)
        hasher.combine(path)
        hasher.combine(expires)
        let digits = String(UInt(bitPattern: hasher.finalize()), radix: 16)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }
}
