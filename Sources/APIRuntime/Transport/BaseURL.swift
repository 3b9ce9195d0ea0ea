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

    /// The configured URL, the environment's or the service's first server.
    ///
    /// Throws if it is not a URL that a service can have. An empty variable is an error too: the default would reach a service
    /// that was not meant.
    init(service: ServiceDescriptor, configuration: ClientConfiguration) throws(ParameterError) {
        let variable = service.environmentPrefix + "_BASE_URL"
        if let url = configuration.baseURL {
            try self.init(url.absoluteString, named: "The base URL")
        } else if let text = configuration.environment(variable)?.trimmingSpaces() {
            let remedy = "Set it to an absolute http or https URL, or unset it to use the default."
            guard !text.isEmpty else { throw ParameterError("The variable \(variable) is empty. \(remedy)") }
            guard !text.contains(where: \.isWhitespace), URL(string: text) != nil else {
                throw ParameterError("The variable \(variable) is not a URL. \(remedy)")
            }
            try self.init(text, named: "The variable \(variable)")
        } else {
            guard let text = service.servers.first else {
                throw ParameterError("\(service.name) has no server. Pass a base URL to the client.")
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
        guard let origin = Origin(url) else {
            throw ParameterError("\(name) is not an absolute http or https URL with a host and a port from 1 to 65535.")
        }
        guard url.user() == nil, url.password() == nil else {
            throw ParameterError("\(name) contains a user name or password. Remove it and pass a credential to the client.")
        }
        guard url.query() == nil, url.fragment() == nil else {
            throw ParameterError("\(name) has a query or a fragment. Remove it.")
        }
        self.origin = origin
        let path = url.path(percentEncoded: true)
        self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
