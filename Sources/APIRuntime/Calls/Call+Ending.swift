extension Call {
    /// The error of an attempt with what the caller must know: whether the operation may have taken effect.
    ///
    /// A cancellation is a `CancellationError` only if it left nothing uncertain.
    func ending(_ failure: any Error, attempt: Int) -> any Error {
        guard var error = failure as? APIError else { return failure }
        error.mayHaveTakenEffect = operation.idempotency == .unsafe && error.leavesEffectUnknown(rule(for: error))
        guard error.kind == .cancelled || Task.isCancelled else { return error }
        guard error.mayHaveTakenEffect else { return CancellationError() }
        error.kind = .cancelled
        error.message = """
            \(operation.id) was cancelled after it may have been sent, so it may have taken effect. Check the service for its \
            effect before you repeat it.
            """
        error.attempts = attempt
        CallLog(observed, logger: configuration.logger).uncertainty(error, attempt: attempt)
        return error
    }
}

extension APIError {
    /// Whether nobody can tell if the service did what was asked.
    fileprivate func leavesEffectUnknown(_ rule: ErrorCode.Retry?) -> Bool {
        if isCertainlyNotSent || rule == .always || rule == .afterCapacity { return false }
        switch kind {
        case .connection, .timeout, .cancelled, .unexpectedAnswer, .decoding, .bodyTooLarge: return true
        default: return rule == .reads || (status?.code ?? 0) >= 500
        }
    }
}
