import HTTPTypes
import Tracing

extension Span {
    /// The request, by OpenTelemetry's names; the query may hold a credential and is never among them.
    func describe(_ request: ObservedRequest, attempt: Int) {
        guard isRecording else { return }
        let origin = request.origin
        updateAttributes { attributes in
            attributes["http.request.method"] = request.method.rawValue
            if let path = request.path { attributes["url.full"] = "\(origin.scheme)://\(origin.authority)\(path)" }
            if let template = request.template { attributes["url.template"] = template }
            attributes["url.scheme"] = origin.scheme
            attributes["server.address"] = origin.host
            attributes["server.port"] = origin.port ?? (origin.isSecure ? 443 : 80)
            attributes["user_agent.original"] = request.userAgent
            attributes["http.request.body.size"] = request.bodySize
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
