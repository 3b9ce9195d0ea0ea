/// A Worker of the simulated account.
struct Worker: Sendable, Equatable {
    let slug: String
    let owner: String
    let name: String
    let title: String
    let version: String

    /// Whether a slug or an `owner~name` path means this Worker; `owner/name` counts only where a slash can be sent.
    func isNamed(_ identifier: String, acceptsSlash: Bool) -> Bool {
        identifier == slug || identifier == "\(owner)~\(name)" || (acceptsSlash && identifier == "\(owner)/\(name)")
    }
}
