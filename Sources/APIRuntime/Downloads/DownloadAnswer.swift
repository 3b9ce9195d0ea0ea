import HTTPTypes

/// The answer to a request for a file, its redirects followed.
struct DownloadAnswer: Sendable {
    let host: String
    let head: HTTPResponse
    let body: HTTPBodyStream
    /// The beginning of the body of an answer that is no file.
    let excerpt: [UInt8]
    let redactor: Redactor
    let retryAfter: Duration?

    var response: DownloadResponse { DownloadResponse(status: head.status, headers: head.headerFields) }

    /// The error of an answer that is no file.
    func rejection() -> APIError {
        let decoder = ResponseDecoder(
            status: head.status,
            headers: head.headerFields,
            body: excerpt,
            context: AnswerContext(
                operation: DownloadTransfer.operation,
                envelope: nil,
                catalogue: [:],
                maximumNesting: 0,
                redactor: redactor
            )
        )
        var error = head.status.kind == .successful ? decoder.unexpectedStatus() : decoder.rejection()
        error.message = "\(host) answered HTTP \(head.status.code) in place of a file"
        error.retryAfter = retryAfter
        error.headers = Self.headers(of: head, redactor)
        return error
    }

    /// The headers without where a redirect leads, which may be a signed link.
    static func headers(of head: HTTPResponse, _ redactor: Redactor) -> HTTPFields {
        var headers = redactor.redact(head.headerFields)
        headers[.location] = nil
        headers[.contentLocation] = nil
        return headers
    }
}
