import HTTPTypes
import Tracing

/// What log lines, metrics and spans tell of a request: never its query, a header or its body.
struct ObservedRequest: Sendable {
    let service: String
    let operation: String
    let method: HTTPRequest.Method
    let origin: Origin
    /// The path, or nil where it may be a secret.
    let path: String?
    /// The path with its parameters as `{name}`, where the request is an operation of the service.
    let template: String?
    let userAgent: String
    let bodySize: Int

    /// Runs one attempt in a span of its own, logged and measured; throws an ``APIError`` or `CancellationError`.
    func attempt<T>(
        _ number: Int,
        _ configuration: ClientConfiguration,
        _ work: (ServiceContext) async throws -> (T, HTTPResponse.Status)
    ) async throws -> T {
        let stopwatch = Stopwatch(configuration.deadlines)
        let log = CallLog(self, logger: configuration.logger)
        return try await withSpan { span in
            span?.describe(self, attempt: number)
            do {
                let (result, status) = try await work(span?.context ?? .current ?? .topLevel)
                span?.attributes["http.response.status_code"] = status.code
                log.success(status, attempt: number, duration: stopwatch.elapsed)
                return result
            } catch let failure {
                let error = failure as? APIError ?? unreadable(failure)
                if failure is CancellationError || error.kind == .cancelled || Task.isCancelled {
                    span?.attributes["error.type"] = APIError.Kind.cancelled.rawValue
                    log.cancellation(attempt: number, duration: stopwatch.elapsed)
                    throw failure is CancellationError ? failure : error
                }
                span?.describe(error)
                log.failure(error, attempt: number, duration: stopwatch.elapsed)
                throw error
            }
        }
    }

    /// Runs the work in a span, or without one if nobody traces.
    private func withSpan<T>(_ work: ((any Span)?) async throws -> T) async throws -> T {
        let tracer = InstrumentationSystem.tracer
        if tracer is NoOpTracer { return try await work(nil) }
        let name = [method.rawValue, template].compactMap(\.self).joined(separator: " ")
        return try await tracer.withAnySpan(name, ofKind: .client) { span in try await work(span) }
    }

    /// An error of a caller's own decoding.
    private func unreadable(_ failure: any Error) -> APIError {
        APIError(kind: .decoding, operation: operation, message: "The answer cannot be read", underlying: failure)
    }
}
