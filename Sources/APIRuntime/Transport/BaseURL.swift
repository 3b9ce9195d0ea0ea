import NIOConcurrencyHelpers

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where a service is: an origin, and the path before every operation's.
struct BaseURL: Sendable, Hashable {
    /// URLs that were read before. Reading one takes longer than all else a call needs to begin.
    private static let known = NIOLockedValueBox<[String: BaseURL]>([:])
    private static let maximumKnown = 64

    let origin: Origin
    let path: String

    /// The configured URL, the environment's or the service's first server; throws where it is none a service can have.
    init(service: ServiceDescriptor, configuration: ClientConfiguration) throws(ParameterError) {
        let variable = service.environmentPrefix + "_BASE_URL"
        if let url = configuration.baseURL {
            try self.init(url.absoluteString, named: "The base URL")
        } else if let text = configuration.environment(variable), !text.isEmpty {
            try self.init(text, named: variable)
        } else {
            guard let text = service.servers.first else {
                throw ParameterError("\(service.name) has no server; give the client a base URL")
            }
            try self.init(text, named: "The server's URL")
        }
    }

    private init(_ text: String, named name: String) throws(ParameterError) {
        if let known = Self.known.withLockedValue({ $0[text] }) {
            self = known
            return
        }
        guard let url = URL(string: text) else { throw ParameterError("\(name) is not a URL") }
        try self.init(url, named: name)
        let result = self
        Self.known.withLockedValue { known in
            if known.count >= Self.maximumKnown { known.removeAll() }
            known[text] = result
        }
    }

    private init(_ url: URL, named name: String) throws(ParameterError) {
        guard let origin = Origin(url) else { throw ParameterError("\(name) is not an absolute http or https URL") }
        guard url.user() == nil, url.password() == nil else { throw ParameterError("\(name) holds a user name or password") }
        guard url.query() == nil, url.fragment() == nil else { throw ParameterError("\(name) has a query or a fragment") }
        self.origin = origin
        let path = url.path(percentEncoded: true)
        self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
