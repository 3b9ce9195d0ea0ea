/// A Worker that the simulated account can run.
struct Worker: Sendable {
    let slug: String
    let owner: String
    let name: String
    let title: String
    let description: String
    /// Markdown.
    let readme: String
    /// Oldest first, never empty.
    let versions: [String]
    /// Whether the store shows it.
    let isPublic: Bool
    /// Whether it belongs to the account.
    let isOwn: Bool
    /// The internal number of the Worker.
    let number: Int64
    let schema: InputSchema
    let production: Production

    /// The newest version.
    var version: String { versions.last ?? "" }

    /// Whether a slug or an `owner~name` path means this Worker; `owner/name` counts only where a slash can be sent.
    func isNamed(_ identifier: String, acceptsSlash: Bool) -> Bool {
        identifier == slug || identifier == "\(owner)~\(name)" || (acceptsSlash && identifier == "\(owner)/\(name)")
    }

    /// Whether a search text is part of the title, the slug or the path; case does not count, and either path form is found.
    func matches(keyword: String) -> Bool {
        let keyword = keyword.lowercased()
        return [title, slug, "\(owner)~\(name)", "\(owner)/\(name)"].contains { $0.lowercased().contains(keyword) }
    }

    /// The version that a request means; nothing stands for the newest.
    ///
    /// - Throws: ``ServiceFailure/versionUnavailable`` for one that does not exist, `latest` among them.
    func version(_ requested: String?) throws(ServiceFailure) -> String {
        guard let requested, !requested.isEmpty else { return version }
        guard versions.contains(requested) else { throw .versionUnavailable }
        return requested
    }
}
