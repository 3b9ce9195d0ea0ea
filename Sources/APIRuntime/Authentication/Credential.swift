/// What proves who is calling; its text appears in no description.
public struct Credential: Sendable {
    enum Source: Sendable {
        case none
        case environment
        case token(String)
        case provider(TokenProvider)
    }

    /// What tells one account from another; equal for copies.
    enum Identity: Hashable, Sendable {
        case none
        case environment
        case token(String)
        case provider(ObjectIdentifier)
    }

    let source: Source
    let scheme: SecurityScheme?

    var identity: Identity {
        switch source {
        case .none: .none
        case .environment: .environment
        case .token(let text): .token(text)
        case .provider(let provider): .provider(ObjectIdentifier(provider))
        }
    }

    /// No credential: operations that need one fail before anything is sent.
    public static let none = Credential(source: .none, scheme: nil)

    /// The variable `<PREFIX>_API_KEY` of the environment, read on first need and sent by the service's default scheme.
    public static let environment = Credential(source: .environment, scheme: nil)

    /// A token, sent by a scheme or by the operation's default where that is nil.
    public static func token(_ text: String, scheme: SecurityScheme? = nil) -> Credential {
        Credential(source: .token(text), scheme: scheme)
    }

    /// A user name and a password, sent by HTTP basic authentication.
    public static func basic(username: String, password: String) -> Credential {
        Credential(source: .token("\(username):\(password)"), scheme: .basic)
    }

    /// A token from a provider, for tokens that expire or change.
    ///
    /// The provider is called on first need, and its token is kept. If the service rejects the token, the provider is called again
    /// and the request is repeated once, which is safe because a rejected request has no effect. A second rejection is the error.
    /// Calls that need a token at the same time share one call of the provider, and all copies of the credential share its token.
    /// If the provider throws, the calls that wait for it fail with kind ``APIError/Kind/missingCredential``, and the next call
    /// tries again. The time limit of an attempt applies to the provider as well.
    ///
    /// - Parameters:
    ///   - scheme: How the token is sent, or `nil` for the operation's default.
    ///   - provide: Returns the current token. Spaces and line breaks around it are removed.
    public static func provider(
        scheme: SecurityScheme? = nil,
        _ provide: @escaping @Sendable () async throws -> String
    ) -> Credential {
        Credential(source: .provider(TokenProvider(provide)), scheme: scheme)
    }

    /// The environment's token, sent by another scheme than the service's default.
    public static func environment(scheme: SecurityScheme) -> Credential {
        Credential(source: .environment, scheme: scheme)
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where the credential comes from, without its text.
    public var description: String {
        switch source {
        case .none: "none"
        case .environment: "environment"
        case .token: "token [redacted]"
        case .provider: "provider"
        }
    }

    /// The same as the description.
    public var debugDescription: String { description }

    /// Without children, so that `dump` shows no token.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
