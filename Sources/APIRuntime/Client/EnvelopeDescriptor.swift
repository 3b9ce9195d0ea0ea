/// The names of the members that surround the payload of an answer.
public struct EnvelopeDescriptor: Sendable, Hashable {
    /// The member with the application code, or nil where the HTTP status alone decides.
    public var code: String?
    /// The application code that means success.
    public var success: Int
    /// The member with a text for people.
    public var message: String?
    /// The member with the payload.
    public var payload: String
    /// The member that identifies the request in the service's own logs.
    public var requestID: String?
    /// The member with further texts about an error: a string, an array or an object.
    public var details: String?

    /// Describes an envelope.
    public init(
        code: String? = nil,
        success: Int = 0,
        message: String? = nil,
        payload: String,
        requestID: String? = nil,
        details: String? = nil
    ) {
        self.code = code
        self.success = success
        self.message = message
        self.payload = payload
        self.requestID = requestID
        self.details = details
    }
}
