extension Run {
    /// The answer to a start whose caller waited, with the rows of a page.
    func waitedAnswer(at now: Int64, _ answer: WaitedAnswer, page: Page, _ options: SimulatorOptions) -> JSON {
        let state = timeline.state(at: now)
        let results = self.results(in: page, at: now, answer == .v1 ? .v1 : .v2, options)
        let message: JSON = .string(state.status == .failed ? errorMessage : "")
        switch answer {
        case .start where options.waitedAnswers == .identifierOnly,
            .rerun where options.waitedAnswers == .identifierOnly:
            return ["run_slug": .string(id)]
        case .start:
            return [
                "run_slug": .string(id),
                "run_status": .string(state.status.rawValue),
                "error_message": message,
                "execution_start_timestamp": .integer(state.startedAt),
                "execution_end_timestamp": .integer(state.finishedAt),
                "running_duration": .integer(state.duration),
                "result_message": "",
                "results": results,
            ]
        case .rerun:
            return [
                "run_slug": .string(id),
                "run_status": .string(state.status.rawValue),
                "execution_start_timestamp": .integer(state.startedAt),
                "execution_end_timestamp": .integer(state.finishedAt),
                "running_duration": .integer(state.duration),
                "is_finished": .bool(state.status.isFinal),
                "results": results,
            ]
        case .v1:
            return [
                "error_message": message,
                "execution_end_timestamp": .integer(state.finishedAt * 1000),
                "execution_start_timestamp": .integer(state.startedAt * 1000),
                "result_message": "",
                "results": results,
                "run_slug": .string(id),
                "run_status": .string(state.status == .succeeded ? "completed" : state.status.rawValue),
                "running_duration": .integer(state.duration),
            ]
        }
    }
}
