/// Where a run stands.
enum RunStatus: String, Sendable {
    case ready, running, succeeded, failed, aborting, aborted

    /// The number of the status in v1, which does not tell the two ends of an abort apart.
    var v1: Int64 {
        switch self {
        case .ready: 1
        case .running: 2
        case .succeeded: 3
        case .failed: 4
        case .aborting, .aborted: 5
        }
    }

    init?(v1: Int64) {
        switch v1 {
        case 1: self = .ready
        case 2: self = .running
        case 3: self = .succeeded
        case 4: self = .failed
        case 5: self = .aborting
        default: return nil
        }
    }

    var isFinal: Bool { self == .succeeded || self == .failed || self == .aborted }

    /// Whether the work has come to its end, also when the service has not said so yet.
    var isStopped: Bool { isFinal || self == .aborting }
}
