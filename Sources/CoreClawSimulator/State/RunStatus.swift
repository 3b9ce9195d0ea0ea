/// Where a run stands.
enum RunStatus: String, Sendable {
    case ready, running, succeeded, failed, aborting

    /// The number of the status in v1.
    var v1: Int64 {
        switch self {
        case .ready: 1
        case .running: 2
        case .succeeded: 3
        case .failed: 4
        case .aborting: 5
        }
    }

    var isFinal: Bool { self == .succeeded || self == .failed }
}
