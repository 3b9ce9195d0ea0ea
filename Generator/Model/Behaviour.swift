import OpenAPIDocument

/// Which parameters and members page through a list.
package struct Pagination: Sendable {
    /// The Swift names of the parameters.
    package let page: String
    package let size: String?
    package let defaultSize: Int
    /// The Swift names of the members of the answer.
    package let items: String
    package let element: TypeReference
    package let total: Member?
    package let pageEcho: Member?
    /// How a row is told from the others.
    package let identity: Identity?

    package struct Member: Sendable {
        package let name: String
        package let isOptional: Bool
        package let type: TypeReference
    }

    package enum Identity: Sendable {
        /// A property of the element; `isRaw` says that it is wrapped in a type of its own.
        case property(String, isOptional: Bool, isRaw: Bool)
        /// A member of a free-form object.
        case key(String)
    }
}

/// How to poll an operation until it answers a final state.
package struct Waiter: Sendable {
    package let method: String
    package let updates: String
    /// The Swift name of the member that holds the state.
    package let state: String
    /// The type that wraps the state, or `nil` if the state is a plain string.
    package let stateType: String?
    /// In seconds.
    package let schedule: [Double]
    package let timeout: Double
    package let pending: [String]
    package let succeeded: [String]
    package let failed: [String]
    package let lingering: [(state: String, seconds: Double)]
}

/// A longer limit for one attempt.
package struct Timeout: Sendable {
    package let seconds: Double
    /// What must be true of the body for it to hold.
    package let conditions: [Condition]

    package struct Condition: Sendable {
        /// The member of the body, as the service spells it.
        package let member: String
        package let value: SpecValue
        /// Whether the service takes a missing member for the value.
        package let holdsIfMissing: Bool
    }

    /// In words, such as "330 seconds if `is_async` is `false`".
    package var words: String {
        let number = Int64(exactly: seconds).map(String.init) ?? "\(seconds)"
        let conditions = conditions.map { condition in
            [condition.member, Literal(condition.value)?.text ?? ""].map { "`\($0.replacing("`", with: "'"))`" }.joined(
                separator: " is "
            )
        }
        return "\(number) seconds" + (conditions.isEmpty ? "" : " if " + conditions.joined(separator: " and "))
    }
}

/// One way to authenticate.
package struct SecurityScheme: Sendable {
    package enum Kind: Sendable {
        case bearer, basic
        case apiKey(place: Document.Parameter.Place, name: String)
    }

    package let name: String
    package let kind: Kind
    package let description: String
}

/// Which member of an answer is what.
package struct Envelope: Sendable {
    package let code: String?
    package let success: Int
    package let message: String?
    package let payload: String?
    package let requestID: String?
    package let details: String?

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
package struct ErrorCode: Sendable {
    package let code: Int
    package let key: String
    package let swiftName: String
    package let message: String
    package let meaning: String
    package let retry: Document.ErrorCode.Retry
    package let kind: Document.ErrorCode.Kind?
    package let group: String?
}
