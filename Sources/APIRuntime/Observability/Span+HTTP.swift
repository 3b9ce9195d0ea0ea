import HTTPTypes
import Tracing

extension Span {
    /// The request, by OpenTelemetry's names; the query may hold a credential and is never among them.
    func describe(_ call: Call, attempt: Int) {
        guard isRecording else { return }
        let origin = call.baseURL.origin
        updateAttributes { attributes in
            attributes["http.request.method"] = call.operation.method.rawValue
            attributes["url.full"] = "\(origin.scheme)://\(origin.authority)\(call.baseURL.path)\(call.request.path)"
            attributes["url.template"] = call.operation.path
            attributes["server.address"] = origin.host
            attributes["server.port"] = origin.port ?? (origin.isSecure ? 443 : 80)
            attributes["user_agent.original"] = call.service.userAgent
            attributes["http.request.body.size"] = call.request.body?.count ?? 0
            if attempt > 1 { attributes["http.request.resend_count"] = attempt - 1 }
        }
    }

    /// The failure, by OpenTelemetry's names; the error itself is recorded by whoever ends the span.
    func describe(_ error: APIError) {
        setStatus(SpanStatus(code: .error, message: error.kind.rawValue))
        updateAttributes { attributes in
            if let status = error.status { attributes["http.response.status_code"] = status.code }
            attributes["error.type"] = error.kind.rawValue
        }
    }
}
