import HTTPTypes

/// A request for a file, or the rest of one, and the head of the answer; redirects are followed.
struct DownloadExchange: Sendable {
    let transfer: DownloadTransfer
    let offset: Int
    let validator: String?

    private static let maximumExcerpt = 16 << 10

    private var configuration: ClientConfiguration { transfer.configuration }

    /// The answer that is no redirect, within the limit of an attempt.
    func answer() async throws -> DownloadAnswer {
        let limit = TimeLimit(attempt: transfer.limit, pool: transfer.poolTimeout, scheduler: configuration.deadlines)
        return try await limit.run { activity in try await follow(activity) }
    }

    private func follow(_ activity: Activity) async throws -> DownloadAnswer {
        var target = transfer.target
        var links = [target]
        while true {
            let redirects = links.count - 1
            let redactor = Redactor(links: links)
            let response: HTTPTransportResponse
            do {
                response = try await configuration.transport.send(
                    request(to: target),
                    body: nil,
                    limits: limits(at: target.origin, activity)
                )
            } catch {
                throw failure(error, isRedirected: redirects > 0, redactor)
            }
            activity.sign()
            guard let location = RedirectTarget.location(of: response.head) else {
                return try await answer(response, from: target.origin.host, redactor)
            }
            do {
                target = try target.following(location, redirects: redirects, maximum: configuration.maximumRedirects)
            } catch {
                var refusal = DownloadTransfer.error(.unexpectedAnswer, error.message)
                refusal.status = response.head.status
                refusal.headers = DownloadAnswer.headers(of: response.head, redactor)
                throw refusal
            }
            links.append(target)
            do {
                try transfer.check(target.origin)
            } catch {
                throw failure(error, isRedirected: true, redactor)
            }
        }
    }

    /// Somebody has got the request by the time it is redirected.
    private func failure(_ error: any Error, isRedirected: Bool, _ redactor: Redactor) -> any Error {
        let error = transfer.error(for: error, redactor: redactor)
        guard isRedirected, var failure = error as? APIError else { return error }
        failure.isCertainlyNotSent = false
        return failure
    }

    private func answer(
        _ response: HTTPTransportResponse,
        from host: String,
        _ redactor: Redactor
    ) async throws -> DownloadAnswer {
        DownloadAnswer(
            host: host,
            head: response.head,
            body: response.body,
            excerpt: response.head.status.kind == .successful ? [] : try await excerpt(of: response.body),
            redactor: redactor,
            retryAfter: RetryAfter.duration(in: response.head.headerFields, now: configuration.now)
        )
    }

    /// What can be had of the body of a refusal, which tells its reason.
    private func excerpt(of body: HTTPBodyStream) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                bytes += piece.prefix(Self.maximumExcerpt - bytes.count)
                if bytes.count == Self.maximumExcerpt { break }
            }
        } catch {
            try Task.checkCancellation()
        }
        return bytes
    }

    /// Nothing that was meant for the service, its credential above all.
    private func request(to target: RedirectTarget) -> HTTPRequest {
        var headers: HTTPFields = [.userAgent: transfer.service.userAgent, .accept: "*/*"]
        if let validator {
            headers[.range] = "bytes=\(offset)-"
            headers[.ifRange] = validator
        }
        return HTTPRequest(
            method: .get,
            scheme: target.origin.scheme,
            authority: target.origin.authority,
            path: target.pathAndQuery,
            headerFields: headers
        )
    }

    private func limits(at origin: Origin, _ activity: Activity) -> HTTPTransportLimits {
        var limits = HTTPTransportLimits(
            connectTimeout: configuration.connectTimeout,
            attemptTimeout: nil,
            maximumBodySize: configuration.maximumDownloadSize ?? .max
        )
        // A range of a compressed body is no range of the file.
        limits.acceptsCompression = false
        limits.isOtherOrigin = origin != transfer.serviceOrigin
        limits.isLongRunning = true
        limits.observer = activity
        return limits
    }
}
