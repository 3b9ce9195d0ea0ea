/// What proves who is calling; its text appears in no description.
public struct Credential: Sendable {
    enum Source: Sendable {
        case none
        case environment
        case token(String)
        case provider(@Sendable () async throws -> String)
    }

    let source: Source
    let scheme: SecurityScheme?

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

    /// A token asked for before every attempt, so that an expired one is never sent twice.
    ///
    /// The attempt's time limit bounds the provider as well, whose task is then cancelled.
    public static func provider(
        scheme: SecurityScheme? = nil,
        _ provide: @escaping @Sendable () async throws -> String
    ) -> Credential {
        Credential(source: .provider(provide), scheme: scheme)
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
