import HTTPTypes

/// Why a call failed; no part of it holds a credential.
public struct APIError: Error, Sendable {
    /// What went wrong.
    public var kind: Kind
    /// The operation's name in the specification, or `download`.
    public var operation: String
    /// The HTTP status, where there was an answer.
    public var status: HTTPResponse.Status?
    /// The headers of the response that the error is about, `Location` of a redirect that was not followed among them; empty
    /// where there was no response.
    ///
    /// `Set-Cookie` is omitted, and so is `Location` of a download, which may be signed. The credential is redacted. No
    /// description shows headers.
    public var headers = HTTPFields()
    /// The application code, where the answer had one.
    public var code: APIErrorCode?
    /// What happened, for people.
    public var message: String
    /// What identifies the request in the service's own logs.
    public var requestID: String?
    /// Further texts of the service about the error.
    public var details: [String]
    /// How often the request was sent, or tried to be.
    public var attempts: Int
    /// Whether the service certainly got nothing of the request.
    public var isCertainlyNotSent: Bool
    /// Whether an operation that must not be repeated may have taken effect although the call failed.
    ///
    /// `true` for an unsafe operation whose request may have reached the service and whose outcome is unknown: after a lost
    /// connection, a timeout, a cancellation, a failure of the service or an unreadable response. Check the service before you
    /// repeat the call. Always `false` for operations that can be repeated safely.
    public var mayHaveTakenEffect = false
    /// Whether a retry was due and the ``RetryBudget`` did not allow it.
    public var isRetryBudgetExhausted = false
    /// Time after which the service allows the next attempt, from `Retry-After`.
    public var retryAfter: Duration?
    /// The error below this one: a ``HTTPTransportError``, a `JSONError`, a `POSIXError`, or what a credential's provider threw.
    public var underlying: (any Error)?
    /// The part of the body that matters, at most 512 characters.
    public var bodyExcerpt: String?

    /// An error of a kind; the other parts are set afterwards.
    public init(kind: Kind, operation: String, message: String, underlying: (any Error)? = nil) {
        self.kind = kind
        self.operation = operation
        self.message = message
        self.underlying = underlying
        details = []
        attempts = 0
        isCertainlyNotSent = kind.isBeforeSending
    }
}

extension APIError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Everything known about the error but the body, in one line.
    public var description: String {
        var facts = [kind.rawValue]
        if let status { facts.append("HTTP \(status.code)") }
        if let code { facts.append("code \(code)") }
        if let requestID { facts.append("request \(requestID)") }
        if attempts > 1 { facts.append("\(attempts) attempts") }
        if let retryAfter { facts.append("retry after \(retryAfter)") }
        if mayHaveTakenEffect { facts.append("may have taken effect") }
        let tail = details.isEmpty ? "" : " [" + details.joined(separator: "; ") + "]"
        return "\(operation): \(message) (\(facts.joined(separator: ", ")))\(tail)"
    }

    /// The description, and the excerpt of the body.
    public var debugDescription: String {
        description + (bodyExcerpt.map { " body: \($0)" } ?? "")
    }
}
