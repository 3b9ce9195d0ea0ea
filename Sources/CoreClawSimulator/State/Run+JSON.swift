extension Run {
    /// The run as an element of a list.
    func listEntry(at now: Int64, _ options: SimulatorOptions) -> JSON {
        let isFailed = timeline.state(at: now).status == .failed
        return summary(at: now, options, showsErrorMessage: isFailed || options.errorMessage == .always)
    }

    /// The run by itself.
    func detail(at now: Int64, _ options: SimulatorOptions) -> JSON {
        summary(at: now, options, showsErrorMessage: options.errorMessage == .always)
    }

    /// The run in the words of v1.
    func v1Summary(at now: Int64) -> JSON {
        let state = timeline.state(at: now)
        return [
            "status": .integer(state.status.v1),
            "err_msg": .string(visibleErrorMessage(state)),
            "slug": .string(id),
            "scraper_title": .string(worker.title),
            "scraper_slug": .string(worker.slug),
            "results": .integer(Int64(rowCount(at: now))),
            "usage": .string(cost(at: now).amount),
            "started_at": .integer(state.startedAt),
            "finished_at": .integer(state.finishedAt),
            "duration": .integer(state.duration),
            "origin": "api",
            "traffic": .integer(visibleTraffic(state)),
            "version": .string(version),
        ]
    }

    private func summary(at now: Int64, _ options: SimulatorOptions, showsErrorMessage: Bool) -> JSON {
        let state = timeline.state(at: now)
        return .object(
            optional: [
                ("duration", .integer(state.duration)),
                ("err_msg", showsErrorMessage ? .string(visibleErrorMessage(state)) : nil),
                ("finished_at", .integer(state.finishedAt)),
                ("origin", .string(options.runOrigin)),
                ("results", .integer(Int64(rowCount(at: now)))),
                ("scraper_slug", .string(worker.slug)),
                ("scraper_title", .string(worker.title)),
                ("slug", .string(id)),
                ("started_at", .integer(state.startedAt)),
                ("status", .string(state.status.rawValue)),
                ("traffic", .integer(visibleTraffic(state))),
                ("usage", .string(cost(at: now).amount)),
                ("version", .string(version)),
            ]
        )
    }

    private func visibleErrorMessage(_ state: RunTimeline.State) -> String {
        state.status == .failed ? errorMessage : ""
    }

    private func visibleTraffic(_ state: RunTimeline.State) -> Int64 {
        traffic / 1000 * state.progress + traffic % 1000 * state.progress / 1000
    }
}
