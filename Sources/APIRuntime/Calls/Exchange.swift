import HTTPTypes
import Tracing

/// A request on the wire and its whole answer; reads follow redirects.
struct Exchange: Sendable {
    let call: Call
    let proof: Authenticator.Proof?
    let redactor: Redactor
    let context: ServiceContext
    let limit: Duration

    private var configuration: ClientConfiguration { call.configuration }

    /// The answer that is no redirect.
    func answer(_ activity: Activity) async throws -> (HTTPResponse, [UInt8]) {
        let path = call.baseURL.path + call.request.path
        var target = RedirectTarget(origin: call.baseURL.origin, path: path, query: call.request.query)
        var redirects = 0
        while true {
            let (head, body) = try await send(to: target, isRedirected: redirects > 0, activity)
            guard let location = RedirectTarget.location(of: head) else { return (head, body) }
            target = try follow(location, from: target, redirects: redirects, head)
            redirects += 1
        }
    }

    /// The service has got the request by the time it redirects it, so that no later failure is "certainly not sent".
    private func send(to target: RedirectTarget, isRedirected: Bool, _ activity: Activity) async throws -> (HTTPResponse, [UInt8])
    {
        do {
            return try await send(to: target, activity)
        } catch let failure as HTTPTransportError where isRedirected && failure.isCertainlyNotSent {
            throw HTTPTransportError(.interrupted, failure.message)
        }
    }

    private func send(to target: RedirectTarget, _ activity: Activity) async throws -> (HTTPResponse, [UInt8]) {
        var limits = HTTPTransportLimits(
            connectTimeout: configuration.connectTimeout,
            attemptTimeout: limit,
            maximumBodySize: configuration.maximumBodySize
        )
        limits.isOtherOrigin = target.origin != call.baseURL.origin
        limits.isLongRunning = call.isLongRunning
        limits.observer = activity
        let content = limits.isOtherOrigin ? nil : call.request.body
        try activity.beginSending()
        let response = try await configuration.transport.send(request(to: target), body: content, limits: limits)
        activity.sign()
        let body = try await response.body.collect(
            upTo: configuration.maximumBodySize,
            expected: response.head.headerFields[.contentLength].flatMap(Int.init),
            onPiece: activity.sign
        )
        return (response.head, body)
    }

    private func request(to target: RedirectTarget) -> HTTPRequest {
        var headers = HTTPFields()
        var query = target.query
        if target.origin == call.baseURL.origin {
            headers = call.request.headers
            if !headers.contains(.userAgent) { headers[.userAgent] = call.service.userAgent }
            let added = configuration.additionalHeaders
            for field in added { headers[fields: field.name] = added[fields: field.name] }
            InstrumentationSystem.instrument.inject(context, into: &headers, using: HTTPFieldsInjector())
            proof?.apply(to: &headers, query: &query)
        } else {
            // Another origin gets nothing that was meant for the service, headers of the caller included.
            headers[.accept] = call.request.headers[.accept]
            headers[.userAgent] = call.service.userAgent
        }
        return HTTPRequest(
            method: call.operation.method,
            scheme: target.origin.scheme,
            authority: target.origin.authority,
            path: RedirectTarget(origin: target.origin, path: target.path, query: query).pathAndQuery,
            headerFields: headers
        )
    }

    private func follow(
        _ location: String,
        from target: RedirectTarget,
        redirects: Int,
        _ head: HTTPResponse
    ) throws -> RedirectTarget {
        let method = call.operation.method
        guard method == .get || method == .head, call.operation.idempotency != .unsafe else {
            throw refusal("A redirect of \(method.rawValue) is not followed", head)
        }
        let next: RedirectTarget
        do throws(RedirectRefusal) {
            next = try target.following(location, redirects: redirects, maximum: configuration.maximumRedirects)
        } catch {
            throw refusal(error.message, head)
        }
        guard next.origin == call.baseURL.origin || !(redactor.isIn(location) || redactor.isIn(PercentEncoding.decode(location)))
        else {
            throw refusal("The redirect would carry the credential to \(next.origin.host)", head)
        }
        return proof.map { next.removing($0) } ?? next
    }

    private func refusal(_ message: String, _ head: HTTPResponse) -> APIError {
        var error = APIError(kind: .unexpectedAnswer, operation: call.operation.id, message: message)
        error.status = head.status
        error.headers = redactor.redact(head.headerFields)
        return error
    }
}
