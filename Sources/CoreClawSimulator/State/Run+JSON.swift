extension Run {
    /// The run as an element of a list.
    func listEntry(at now: Int64, _ rule: ErrorMessageRule) -> JSON {
        let isFailed = timeline.state(at: now).status == .failed
        return summary(at: now, showsErrorMessage: isFailed || rule == .always)
    }

    /// The run by itself.
    func detail(at now: Int64, _ rule: ErrorMessageRule) -> JSON {
        summary(at: now, showsErrorMessage: rule == .always)
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
            "usage": .string(visibleUsage(state)),
            "started_at": .integer(state.startedAt),
            "finished_at": .integer(state.finishedAt),
            "duration": .integer(state.duration),
            "origin": "api",
            "traffic": .integer(visibleTraffic(state)),
            "version": .string(worker.version),
        ]
    }

    private func summary(at now: Int64, showsErrorMessage: Bool) -> JSON {
        let state = timeline.state(at: now)
        let members: [(String, JSON?)] = [
            ("duration", .integer(state.duration)),
            ("err_msg", showsErrorMessage ? .string(visibleErrorMessage(state)) : nil),
            ("finished_at", .integer(state.finishedAt)),
            ("origin", "api_v2"),
            ("results", .integer(Int64(rowCount(at: now)))),
            ("scraper_slug", .string(worker.slug)),
            ("scraper_title", .string(worker.title)),
            ("slug", .string(id)),
            ("started_at", .integer(state.startedAt)),
            ("status", .string(state.status.rawValue)),
            ("traffic", .integer(visibleTraffic(state))),
            ("usage", .string(visibleUsage(state))),
            ("version", .string(worker.version)),
        ]
        return .object(members.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } })
    }

    private func visibleErrorMessage(_ state: RunTimeline.State) -> String {
        state.status == .failed ? errorMessage : ""
    }

    private func visibleUsage(_ state: RunTimeline.State) -> String {
        state.progress == 1000 ? usage : "0"
    }

    private func visibleTraffic(_ state: RunTimeline.State) -> Int64 {
        traffic * state.progress / 1000
    }
}
