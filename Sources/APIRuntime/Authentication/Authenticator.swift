import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Finds the credential an operation needs and puts it where its scheme says.
struct Authenticator: Sendable {
    /// A credential on its way into one attempt.
    struct Proof: Sendable {
        let text: String
        let scheme: SecurityScheme
        /// Tells the provider of the credential that the service has rejected it.
        var reject: @Sendable () async -> Void = {}
    }

    let service: ServiceDescriptor
    let operation: OperationDescriptor
    let configuration: ClientConfiguration

    /// The credential of an attempt at an origin, or nil where the operation is public.
    func proof(for origin: Origin) async throws -> Proof? {
        let schemes: [SecurityScheme]
        switch operation.security {
        case .none: return nil
        case .required: schemes = service.security
        case .oneOf(let own): schemes = own
        }
        guard let scheme = configuration.credential.scheme ?? schemes.first else { return nil }
        let (text, reject) = try await token()
        guard origin.isSecure || origin.isLoopback else {
            throw error(.insecureConnection, "Credentials are not sent over plain http to \(origin.host); use https.")
        }
        guard text.utf8.allSatisfy({ $0 > 0x1F && $0 < 0x7F }) else {
            throw error(.invalidArgument, "The credential holds control characters or others than ASCII, which cannot be sent.")
        }
        return Proof(text: text, scheme: scheme, reject: reject)
    }

    private func token() async throws -> (text: String, reject: @Sendable () async -> Void) {
        let variable = service.environmentPrefix + "_API_KEY"
        let remedy = "Set \(variable) in the environment, or pass an API key to the client."
        switch configuration.credential.source {
        case .none: throw error(.missingCredential, "\(operation.id) requires a credential, and the client has none. \(remedy)")
        case .environment:
            // A key read from a file or a variable often ends in a line break.
            guard let text = configuration.environment(variable)?.trimmingSpaces() else {
                throw error(.missingCredential, "\(operation.id) requires a credential. \(remedy)")
            }
            guard !text.isEmpty else { throw error(.missingCredential, "The variable \(variable) is empty. \(remedy)") }
            return (text, {})
        case .token(let token):
            let text = token.trimmingSpaces()
            guard !text.isEmpty else { throw error(.missingCredential, "The API key passed to the client is empty. \(remedy)") }
            return (text, {})
        case .provider(let provider):
            let token = try await token(of: provider)
            return (token.text, { await provider.reject(token.number) })
        }
    }

    private func token(of provider: TokenProvider) async throws -> TokenProvider.Token {
        let token: TokenProvider.Token
        do {
            token = try await provider.current()
        } catch {
            if Task.isCancelled { throw CancellationError() }
            var failure = self.error(.missingCredential, "The credential's provider failed.")
            failure.underlying = error
            throw failure
        }
        guard !token.text.isEmpty else { throw error(.missingCredential, "The credential's provider returned an empty token.") }
        return token
    }

    private func error(_ kind: APIError.Kind, _ message: String) -> APIError {
        APIError(kind: kind, operation: operation.id, message: message)
    }
}

extension Authenticator.Proof {
    /// Adds the credential to headers, or to the query of a path.
    func apply(to headers: inout HTTPFields, query: inout [String]) {
        switch scheme {
        case .bearer: headers[.authorization] = "Bearer " + text
        case .basic: headers[.authorization] = "Basic " + Data(text.utf8).base64EncodedString()
        case .apiKey(.header, let name):
            if let field = HTTPField.Name(name) { headers[field] = text }
        case .apiKey(.query, let name):
            query.append(PercentEncoding.query(name) + "=" + PercentEncoding.query(text))
        case .apiKey(.cookie, let name):
            let cookie = PercentEncoding.query(name) + "=" + PercentEncoding.query(text)
            headers[.cookie] = headers[.cookie].map { $0 + "; " + cookie } ?? cookie
        }
    }
}
