/// Which runs a list shows.
struct RunFilter: Sendable {
    /// A slug, `owner~name` or `owner/name`; nil for every Worker.
    var worker: String?
    var status: RunStatus?
    var period: RunPeriod

    func matches(_ run: Run, at now: Int64) -> Bool {
        let state = run.timeline.state(at: now)
        return period.contains(run.timeline.createdAt)
            && worker.map { run.worker.isNamed($0, acceptsSlash: true) } ?? true
            && status.map { state.status == $0 } ?? true
    }
}
