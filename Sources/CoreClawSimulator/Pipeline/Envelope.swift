import HTTPTypes
import Hummingbird

/// The frame around every answer, in the shape of either generation.
struct Envelope: Sendable {
    let version: APIVersion
    /// nil when answers carry none.
    let requestID: String?
    var errorDetails = ErrorDetailsRule.absent

    /// An answer that reports success; `data` is left out (v2) or null (v1) when there is none.
    func success(_ data: JSON?) -> Response {
        response(status: .ok, code: 0, message: "success", data: data, details: nil)
    }

    func failure(_ failure: ServiceFailure, route: Route?) -> Response {
        let status = HTTPResponse.Status(code: failure.status)
        let code = failure.code ?? route?.errors[failure.status] ?? version.code(forStatus: failure.status)
        let message = failure.message ?? Route.errorMessages[code] ?? status.reasonPhrase.lowercased()
        let noDetails: JSON? = errorDetails == .null ? .null : nil
        let details = failure.details.isEmpty ? noDetails : .array(failure.details.map(JSON.string))
        var response = response(status: status, code: code, message: message, data: nil, details: details)
        response.headers.append(contentsOf: failure.headers)
        return response
    }

    private func response(status: HTTPResponse.Status, code: Int, message: String, data: JSON?, details: JSON?) -> Response {
        var members = [
            JSON.Member(name: "code", value: .integer(Int64(code))),
            JSON.Member(name: "message", value: .string(message)),
        ]
        switch version {
        case .v1:
            members.append(JSON.Member(name: "data", value: data ?? .null))
        case .v2:
            if let requestID { members.append(JSON.Member(name: "request_id", value: .string(requestID))) }
            if let data { members.append(JSON.Member(name: "data", value: data)) }
            if let details { members.append(JSON.Member(name: "details", value: details)) }
        }
        return Response(
            status: status,
            // Pages of another origin read no header that is not named here.
            headers: [.contentType: "application/json; charset=utf-8", .accessControlExposeHeaders: "retry-after"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSON.object(members).bytes))
        )
    }
}

extension ServiceContext {
    var envelope: Envelope { Envelope(version: version, requestID: requestID, errorDetails: errorDetails) }
}
