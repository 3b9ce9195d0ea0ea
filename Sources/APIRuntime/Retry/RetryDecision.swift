import HTTPTypes

/// Whether a request that failed may be sent again.
enum RetryDecision: Sendable, Hashable {
    case giveUp
    case retry
    /// The attempt brought the work further, so that the next one counts as the first retry and takes nothing from the budget.
    case resume
    case awaitCapacity
    /// The credential was rejected, and its provider may have a newer one. Happens once in a call.
    case renewCredential

    /// Decides by what the failure tells and by what sending the request twice does.
    ///
    /// An unsafe operation goes again only where the service certainly got nothing or certainly did nothing.
    init(after failure: APIError, idempotency: Idempotency, rule: ErrorCode.Retry?, waitsForCapacity: Bool) {
        if failure.kind == .connection, failure.isCertainlyNotSent {
            self = .retry
            return
        }
        switch rule {
        case .always: self = .retry
        case .afterCapacity: self = waitsForCapacity ? .awaitCapacity : .giveUp
        case .never: self = .giveUp
        case .reads where idempotency == .safe: self = .retry
        case .reads, nil: self = idempotency != .unsafe && Self.isPassing(failure) ? .retry : .giveUp
        }
    }

    /// Whether the same request may well succeed a little later.
    private static func isPassing(_ failure: APIError) -> Bool {
        if failure.kind == .connection || failure.kind == .timeout { return true }
        switch failure.status?.code {
        case 408, 429, 500, 502, 503, 504: return true
        case let status?: return status > 505
        case nil: return false
        }
    }
}
