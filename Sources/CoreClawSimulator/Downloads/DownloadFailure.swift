import Hummingbird

/// A refusal as object stores word it: an XML document with a code.
struct DownloadFailure: Error {
    let status: HTTPResponse.Status
    let code: String
    let message: String
    var headers: HTTPFields = [:]

    static let unknown = DownloadFailure(status: .notFound, code: "NoSuchKey", message: "The specified key does not exist.")
    static let unsigned = DownloadFailure(status: .forbidden, code: "AccessDenied", message: "The link has no signature.")
    static let expired = DownloadFailure(status: .forbidden, code: "AccessDenied", message: "Request has expired")
    static let wrongSignature = DownloadFailure(
        status: .forbidden,
        code: "SignatureDoesNotMatch",
        message: "The signature does not belong to this link."
    )
    static let precondition = DownloadFailure(
        status: .preconditionFailed,
        code: "PreconditionFailed",
        message: "The file is not the one that the condition names."
    )
    static let method = DownloadFailure(
        status: .methodNotAllowed,
        code: "MethodNotAllowed",
        message: "Files can only be read.",
        headers: [.allow: "GET, HEAD"]
    )

    static func credential(_ names: String) -> DownloadFailure {
        DownloadFailure(
            status: .badRequest,
            code: "InvalidArgument",
            message: "A signed link is fetched without credentials, yet the request carries: \(names)."
        )
    }

    static func range(size: Int) -> DownloadFailure {
        DownloadFailure(
            status: .rangeNotSatisfiable,
            code: "InvalidRange",
            message: "The requested range is not satisfiable.",
            headers: [.contentRange: "bytes */\(size)"]
        )
    }

    static func planned(_ status: Int) -> DownloadFailure {
        let codes = [403: "AccessDenied", 404: "NoSuchKey", 500: "InternalError", 503: "SlowDown"]
        return DownloadFailure(
            status: HTTPResponse.Status(code: status),
            code: codes[status] ?? "Status\(status)",
            message: "The simulator was told to answer this way."
        )
    }

    var response: Response {
        let body = "\(XMLText.declaration)<Error><Code>\(XMLText(code))</Code><Message>\(XMLText(message))</Message></Error>\n"
        var response = Response(
            status: status,
            headers: [.contentType: "application/xml"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: body))
        )
        response.headers.append(contentsOf: headers)
        return response
    }
}
