/// How a credential travels.
public enum SecurityScheme: Sendable, Hashable {
    /// Where an API key is put.
    public enum Location: Sendable, Hashable {
        /// A header.
        case header
        /// A query item.
        case query
        /// A cookie.
        case cookie
    }

    /// `Authorization: Bearer <token>`.
    case bearer
    /// `Authorization: Basic <base64>`, from a token of the form `user:password`.
    case basic
    /// The token itself under a name of the service's.
    case apiKey(in: Location, name: String)
}
