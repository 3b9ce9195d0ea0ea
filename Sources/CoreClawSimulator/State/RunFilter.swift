/// Which runs a list shows.
struct RunFilter: Sendable {
    /// A slug, `owner~name` or `owner/name`; nil for every Worker.
    var worker: String?
    var status: RunStatus?
    /// When the run was created; nil for any time.
    var period: RunPeriod?

    func matches(_ run: Run, at now: Int64) -> Bool {
        (period.map { $0.contains(run.timeline.createdAt) } ?? true)
            && (worker.map { run.worker.isNamed($0, acceptsSlash: true) } ?? true)
            && (status.map { run.timeline.state(at: now).status == $0 } ?? true)
    }
}
