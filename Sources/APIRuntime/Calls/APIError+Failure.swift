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
        case let expiry as Watchdog.Expiry:
            let text = expiry == .limit ? "No complete answer within \(limit)" : "The answer stopped in its middle"
            return APIError(kind: .timeout, operation: operation, message: text, underlying: expiry)
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
            if failure is CancellationError || Task.isCancelled { return CancellationError() }
            let cause = HTTPTransportError(.interrupted, redactor.redact("The transport failed: \(failure)"))
            return APIError(kind: .connection, operation: operation, message: cause.message, underlying: cause)
        }
    }
}
