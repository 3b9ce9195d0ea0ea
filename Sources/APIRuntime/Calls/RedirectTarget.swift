import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where a request goes: the operation's own URL, or one a redirect named.
struct RedirectTarget: Sendable, Hashable {
    let origin: Origin
    let path: String
    let query: [String]

    /// The URL an answer redirects to, or nil where it does not.
    static func location(of head: HTTPResponse) -> String? {
        switch head.status.code {
        case 301, 302, 303, 307, 308: head.headerFields[.location]
        default: nil
        }
    }

    /// The target of a location, which may be relative to this one.
    func resolving(_ location: String) -> RedirectTarget? {
        guard let base = URL(string: "\(origin.scheme)://\(origin.authority)\(path)"),
            let url = URL(string: location, relativeTo: base)?.absoluteURL,
            let origin = Origin(url)
        else { return nil }
        let query = url.query(percentEncoded: true).map { $0.split(separator: "&").map(String.init) }
        return RedirectTarget(origin: origin, path: url.path(percentEncoded: true), query: query ?? [])
    }

    /// Without the query item of a credential, which is added again where it belongs.
    func removing(_ proof: Authenticator.Proof) -> RedirectTarget {
        guard case .apiKey(.query, let name) = proof.scheme else { return self }
        let prefix = PercentEncoding.query(name) + "="
        return RedirectTarget(origin: origin, path: path, query: query.filter { !$0.hasPrefix(prefix) })
    }
}
