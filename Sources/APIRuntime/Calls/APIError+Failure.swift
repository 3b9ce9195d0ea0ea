extension APIError {
    /// The one error of whatever ended an exchange: a transport, a time limit, an encoder or a file; `CancellationError` where
    /// the task was cancelled.
    static func of(_ failure: any Error, operation: String, redactor: Redactor, limit: Duration) -> any Error {
        switch failure {
        case let error as APIError: return error
        case let error as ParameterError:
            return APIError(kind: .invalidArgument, operation: operation, message: error.message)
        case let failure as FileFailure:
            return APIError(kind: .file, operation: operation, message: failure.message, underlying: failure.code)
        case let expiry as TimeLimit.Expiry: return APIError(expiry, operation: operation, limit: limit)
        case let failure as HTTPTransportError:
            let cause = HTTPTransportError(failure.reason, redactor.redact(failure.message))
            let kind: APIError.Kind =
                switch failure.reason {
                case .bodyTooLarge: .bodyTooLarge
                case .corrupt: .unexpectedAnswer
                default: .connection
                }
            var error = APIError(kind: kind, operation: operation, message: cause.message, underlying: cause)
            error.isCertainlyNotSent = cause.isCertainlyNotSent
            return error
        default:
            let isCancelled = failure is CancellationError || failure is TimeLimit.CancelledWhileSending
            if isCancelled || Task.isCancelled { return CancellationError() }
            let cause = HTTPTransportError(.interrupted, redactor.redact("The transport failed: \(failure)"))
            return APIError(kind: .connection, operation: operation, message: cause.message, underlying: cause)
        }
    }
}

extension APIError {
    private init(_ expiry: TimeLimit.Expiry, operation: String, limit: Duration) {
        switch expiry {
        case .limit:
            self.init(kind: .timeout, operation: operation, message: "No complete answer within \(limit)", underlying: expiry)
        case .idle:
            self.init(kind: .timeout, operation: operation, message: "The answer stopped in its middle", underlying: expiry)
        case .pool(let connections, let waited, let hasAnswer):
            let text = """
                No connection was free within \(waited): all \(connections) to the host were in use. Make fewer calls at once, or \
                raise `HTTPTransportSettings.maximumConnectionsPerHost` or `poolTimeout`.
                """
            self.init(kind: .poolTimeout, operation: operation, message: text, underlying: expiry)
            isCertainlyNotSent = !hasAnswer
        }
    }
}
