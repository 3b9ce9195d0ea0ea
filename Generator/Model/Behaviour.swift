import OpenAPIDocument

/// Which parameters and members page through a list.
public struct Pagination: Sendable {
    /// The Swift names of the parameters.
    public let page: String
    public let size: String?
    public let defaultSize: Int
    /// The Swift names of the members of the answer.
    public let items: String
    public let element: TypeReference
    public let total: Member?
    public let pageEcho: Member?
    /// How a row is told from the others.
    public let identity: Identity?

    public struct Member: Sendable {
        public let name: String
        public let isOptional: Bool
        public let type: TypeReference
    }

    public enum Identity: Sendable {
        /// A property of the element; `isRaw` says that it is wrapped in a type of its own.
        case property(String, isOptional: Bool, isRaw: Bool)
        /// A member of a free-form object.
        case key(String)
    }
}

/// How to poll an operation until it answers a final state.
public struct Waiter: Sendable {
    public let method: String
    public let updates: String
    /// The Swift name of the member that holds the state.
    public let state: String
    /// Whether the state is wrapped in a type of its own.
    public let isRaw: Bool
    /// In seconds.
    public let schedule: [Double]
    public let timeout: Double
    public let pending: [String]
    public let succeeded: [String]
    public let failed: [String]
    public let lingering: [(state: String, seconds: Double)]
}

/// One way to authenticate.
public struct SecurityScheme: Sendable {
    public enum Kind: Sendable {
        case bearer, basic
        case apiKey(place: Document.Parameter.Place, name: String)
    }

    public let name: String
    public let kind: Kind
    public let description: String
}

/// Which member of an answer is what.
public struct Envelope: Sendable {
    public let code: String?
    public let success: Int
    public let message: String?
    public let payload: String?
    public let requestID: String?
    public let details: String?

    init(_ envelope: Document.Envelope) {
        code = envelope.code
        success = envelope.success
        message = envelope.message
        payload = envelope.payload
        requestID = envelope.requestID
        details = envelope.details
    }
}

/// An application code and what it means.
public struct ErrorCode: Sendable {
    public let code: Int
    public let key: String
    public let swiftName: String
    public let message: String
    public let meaning: String
    public let retry: Document.ErrorCode.Retry
    public let group: String?
}
