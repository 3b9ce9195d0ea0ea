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
        let text = try await token()
        guard origin.isSecure || origin.isLoopback else {
            throw error(.insecureConnection, "Credentials are not sent over plain http to \(origin.host); use https.")
        }
        guard text.utf8.allSatisfy({ $0 > 0x1F && $0 < 0x7F }) else {
            throw error(.invalidArgument, "The credential holds control characters or others than ASCII, which cannot be sent.")
        }
        return Proof(text: text, scheme: scheme)
    }

    private func token() async throws -> String {
        let variable = service.environmentPrefix + "_API_KEY"
        let text: String
        switch configuration.credential.source {
        case .none: text = ""
        case .environment: text = configuration.environment(variable) ?? ""
        case .token(let token): text = token
        case .provider(let provide):
            do {
                text = try await provide()
            } catch let failure {
                if failure is CancellationError || Task.isCancelled { throw CancellationError() }
                var wrapped = error(.missingCredential, "The credential's provider failed.")
                wrapped.underlying = failure
                throw wrapped
            }
        }
        // A key read from a file or a variable often ends in a line break.
        let trimmed = text.trimmingSpaces()
        guard !trimmed.isEmpty else {
            throw error(
                .missingCredential,
                "\(operation.id) needs a credential: set \(variable) in the environment, or give the client an API key."
            )
        }
        return trimmed
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

extension String {
    func trimmingSpaces() -> String {
        // Printable ASCII at both ends, which nearly every key has, is cheap to recognize.
        let printable: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, printable.contains(first), printable.contains(last) { return self }
        let start = drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
