extension APIError {
    /// What went wrong; a later version may know more kinds.
    public struct Kind: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The kind's name.
        public let rawValue: String

        /// A kind with a name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The name.
        public var description: String { rawValue }

        /// The operation needs a credential and there is none; nothing was sent.
        public static let missingCredential = Kind(rawValue: "missingCredential")
        /// The credential would travel unencrypted to another machine; nothing was sent.
        public static let insecureConnection = Kind(rawValue: "insecureConnection")
        /// A parameter or a setting cannot be sent; nothing was sent.
        public static let invalidArgument = Kind(rawValue: "invalidArgument")
        /// There was no complete answer; ``APIError/isCertainlyNotSent`` tells whether the request may have arrived.
        public static let connection = Kind(rawValue: "connection")
        /// A time limit passed; the request may have arrived.
        public static let timeout = Kind(rawValue: "timeout")
        /// No connection was free within ``ClientConfiguration/poolTimeout``; nothing was sent.
        ///
        /// The service has not failed. It is this client that makes more calls at once than it may have connections.
        public static let poolTimeout = Kind(rawValue: "poolTimeout")
        /// The task was cancelled when an unsafe operation may have been sent, so that ``APIError/mayHaveTakenEffect`` is `true`.
        ///
        /// A cancellation in any other case is a `CancellationError`.
        public static let cancelled = Kind(rawValue: "cancelled")
        /// The credential was not accepted.
        public static let unauthorized = Kind(rawValue: "unauthorized")
        /// The credential does not allow the operation.
        public static let forbidden = Kind(rawValue: "forbidden")
        /// What the operation is about does not exist.
        public static let notFound = Kind(rawValue: "notFound")
        /// The operation does not fit the present state.
        public static let conflict = Kind(rawValue: "conflict")
        /// The service did not accept the parameters.
        public static let validation = Kind(rawValue: "validation")
        /// Too many requests in too short a time.
        public static let rateLimited = Kind(rawValue: "rateLimited")
        /// The account has no room for more work at present.
        public static let capacity = Kind(rawValue: "capacity")
        /// The service failed.
        public static let server = Kind(rawValue: "server")
        /// The service refused for another reason.
        public static let rejected = Kind(rawValue: "rejected")
        /// The answer is none the service should give: no JSON, no envelope, a redirect that is not followed.
        public static let unexpectedAnswer = Kind(rawValue: "unexpectedAnswer")
        /// The payload is not what the operation answers; the message names the path.
        public static let decoding = Kind(rawValue: "decoding")
        /// The pages of a list do not fit together, so that rows would be lost or doubled.
        public static let pagination = Kind(rawValue: "pagination")
        /// The body of the answer is larger than allowed.
        public static let bodyTooLarge = Kind(rawValue: "bodyTooLarge")
        /// A download broke after part of it had been handed on, and the rest of the same file cannot be had.
        public static let interrupted = Kind(rawValue: "interrupted")
        /// A file could not be made, written or put in its place; the message names it.
        public static let file = Kind(rawValue: "file")

        var isBeforeSending: Bool {
            self == .missingCredential || self == .insecureConnection || self == .invalidArgument || self == .poolTimeout
        }
    }
}

extension APIError.Kind {
    /// The kind of a refusal: what the catalogue says of the code, else what the HTTP status means.
    init(status: Int, known code: ErrorCode?) {
        if let kind = code?.ownKind ?? Self(status: status) {
            self = kind
        } else if let code, code.key.contains("RATE_LIMIT") || code.key.contains("TOO_MANY") {
            self = .rateLimited
        } else if let code, code.key.contains("UNAUTHORIZED") || code.key.contains("UNAUTHENTICATED") {
            self = .unauthorized
        } else if let code, code.key.contains("FORBIDDEN") || code.key.contains("PERMISSION") {
            self = .forbidden
        } else if let code, code.key.contains("INVALID") {
            self = .validation
        } else {
            self = .rejected
        }
    }

    private init?(status: Int) {
        switch status {
        case 200..<300: return nil
        case 300..<400: self = .unexpectedAnswer
        case 400, 422: self = .validation
        case 401: self = .unauthorized
        case 403: self = .forbidden
        case 404, 410: self = .notFound
        case 409: self = .conflict
        case 429: self = .rateLimited
        case 500...: self = .server
        default: self = .rejected
        }
    }
}

extension ErrorCode {
    /// The kind the code stands for whatever the HTTP status is, or nil where that tells more.
    var ownKind: APIError.Kind? {
        if let kind { return kind }
        if retry == .afterCapacity { return .capacity }
        return key.contains("NOT_FOUND") ? .notFound : nil
    }
}
