import CoreMetrics
import HTTPTypes
import Logging

/// The log lines and metrics of one call; none holds a query, a header or a body.
struct CallLog: Sendable {
    private let request: ObservedRequest
    private let logger: Logger

    init(_ request: ObservedRequest, logger: Logger) {
        self.request = request
        self.logger = logger
    }

    func success(_ status: HTTPResponse.Status, attempt: Int, duration: Duration) {
        logger.debug("request succeeded", metadata: metadata(status, attempt, duration))
        record(outcome: status.code.description, duration)
    }

    func failure(_ error: APIError, attempt: Int, duration: Duration) {
        logger.debug(
            "request failed",
            metadata: metadata(error.status, attempt, duration)
                .merging(["error": "\(error)"]) { _, new in new }
        )
        record(outcome: error.status?.code.description ?? error.kind.rawValue, duration)
    }

    /// A call that was cancelled in an attempt or in the pause before one.
    func cancellation(attempt: Int, duration: Duration) {
        logger.debug("request cancelled", metadata: metadata(nil, attempt, duration))
        record(outcome: APIError.Kind.cancelled.rawValue, duration)
    }

    /// A cancelled call that cannot be repeated and may have been done.
    func uncertainty(_ error: APIError, attempt: Int) {
        logger.warning("\(error.message)", metadata: metadata(error.status, attempt, nil))
    }

    func retry(after error: APIError, pause: Duration) {
        logger.info(
            "request will be retried",
            metadata: metadata(error.status, error.attempts, pause).merging(["error": "\(error)"]) { _, new in new }
        )
        Counter(label: "http.client.retries", dimensions: [("service", request.service), ("operation", request.operation)])
            .increment()
    }

    private func metadata(_ status: HTTPResponse.Status?, _ attempt: Int, _ duration: Duration?) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "service": "\(request.service)",
            "operation": "\(request.operation)",
            "method": "\(request.method.rawValue)",
            "attempt": "\(attempt)",
        ]
        if let duration { metadata["duration"] = "\(duration)" }
        if let path = request.path { metadata["path"] = "\(path)" } else { metadata["host"] = "\(request.origin.authority)" }
        if let status { metadata["status"] = "\(status.code)" }
        return metadata
    }

    private func record(outcome: @autoclosure () -> String, _ duration: Duration) {
        // Without a backend not even the names are made.
        if MetricsSystem.factory is NOOPMetricsHandler { return }
        let dimensions = [("service", request.service), ("operation", request.operation), ("outcome", outcome())]
        Counter(label: "http.client.requests", dimensions: dimensions).increment()
        let (seconds, attoseconds) = min(duration, .seconds(31_536_000)).components
        Timer(label: "http.client.request.duration", dimensions: dimensions)
            .recordNanoseconds(seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
    }
}
