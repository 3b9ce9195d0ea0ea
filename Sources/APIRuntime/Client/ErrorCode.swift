/// An application code of a service, with what it means and whether a refused request may be sent again.
public struct ErrorCode: Sendable, Hashable {
    /// Which requests may be sent again after being refused with a code.
    public enum Retry: Sendable, Hashable {
        /// None: the same request will be refused again.
        case never
        /// Operations that only read.
        case reads
        /// All, because nothing was done.
        case always
        /// All, once other work of the account has finished; only where the client is configured to wait for capacity.
        case afterCapacity
    }

    /// The number on the wire.
    public let code: Int
    /// The name the service gives the number.
    public let key: String
    /// What the code means, for people.
    public let meaning: String
    /// Which requests may be sent again.
    public let retry: Retry
    /// The kind of error the code stands for, or nil where its key and the HTTP status tell.
    public let kind: APIError.Kind?

    /// Describes a code.
    public init(_ code: Int, _ key: String, _ meaning: String, retry: Retry, kind: APIError.Kind? = nil) {
        self.code = code
        self.key = key
        self.meaning = meaning
        self.retry = retry
        self.kind = kind
    }
}
