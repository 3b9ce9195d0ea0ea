import HTTPTypes

/// A successful answer with everything around its payload.
public struct APIResponse<Output: Sendable>: Sendable {
    /// The payload.
    public let output: Output
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The headers.
    public let headers: HTTPFields
    /// How often the request was sent.
    public let attempts: Int
    /// The raw body, after decompression.
    public let body: [UInt8]

    let context: AnswerContext

    /// What identifies the request in the service's own logs, from the envelope or the header `X-Request-Id`.
    ///
    /// It is read from the body each time it is asked for.
    public var requestID: String? {
        ResponseDecoder(status: status, headers: headers, body: body, context: context).requestID
    }
}
