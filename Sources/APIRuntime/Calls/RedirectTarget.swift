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

    init(origin: Origin, path: String, query: [String]) {
        self.origin = origin
        self.path = path
        self.query = query
    }

    /// The target of an http or https URL; a signature may cover the query, so that even its empty items stay.
    init?(_ url: URL) {
        guard let origin = Origin(url) else { return nil }
        let items = url.query(percentEncoded: true).map {
            $0.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
        }
        self.init(origin: origin, path: url.path(percentEncoded: true), query: items ?? [])
    }

    /// The path and the query, as they stand in a request.
    var pathAndQuery: String {
        let path = path.isEmpty ? "/" : path
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }

    /// The target a redirect leads to, by a location that may be relative to this target.
    func following(_ location: String, redirects: Int, maximum: Int) throws(RedirectRefusal) -> RedirectTarget {
        guard redirects < maximum else { throw RedirectRefusal("Too many redirects") }
        guard let base = URL(string: "\(origin.scheme)://\(origin.authority)\(path)"),
            let url = URL(string: location, relativeTo: base)?.absoluteURL,
            let next = RedirectTarget(url)
        else { throw RedirectRefusal("The redirect leads to no http or https URL") }
        guard next.origin.isSecure || !origin.isSecure else {
            throw RedirectRefusal("A redirect from https to http is not followed")
        }
        return next
    }

    /// Without the query item of a credential, which is added again where it belongs.
    func removing(_ proof: Authenticator.Proof) -> RedirectTarget {
        guard case .apiKey(.query, let name) = proof.scheme else { return self }
        let prefix = PercentEncoding.query(name) + "="
        return RedirectTarget(origin: origin, path: path, query: query.filter { !$0.hasPrefix(prefix) })
    }
}

/// Why a redirect is not followed.
struct RedirectRefusal: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
