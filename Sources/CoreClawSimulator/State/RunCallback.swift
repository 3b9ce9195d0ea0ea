/// Whom a run tells of its changes, and in the words of which generation.
struct RunCallback: Sendable, Equatable {
    let url: String
    let version: APIVersion
    /// Whether a page of another origin asked for it.
    let isForeign: Bool
}

extension Run {
    /// What the receiver of a callback is told about a moment.
    func callbackBody(at time: Int64, _ version: APIVersion) -> JSON {
        let state = timeline.state(at: time)
        let count = Int64(rowCount(at: time))
        return switch version {
        case .v1:
            [
                "run_slug": .string(id), "status": .integer(state.status.v1), "results": .integer(count),
                "usage": .string(cost(at: time).amount),
            ]
        case .v2:
            [
                "run_slug": .string(id),
                "run_status": .string(state.status.rawValue),
                "error_message": .string(state.status == .failed ? errorMessage : ""),
                "execution_start_timestamp": .integer(state.startedAt),
                "execution_end_timestamp": .integer(state.finishedAt),
                "running_duration": .integer(state.duration),
                "result_count": .integer(count),
                "result_message": state.status == .succeeded ? "done" : "",
            ]
        }
    }
}
