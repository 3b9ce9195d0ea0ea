/// A saved task: a Worker, an input, and perhaps a schedule.
struct WorkerTask: Sendable {
    let slug: String
    /// The internal number, which never serves as an identifier in a request.
    let number: Int64
    let worker: Worker
    var version: String
    var title: String
    var description: String
    var input: JSON
    var schedule: TaskSchedule
    /// Unix seconds.
    let createdAt: Int64
    /// Unix seconds.
    var updatedAt: Int64
    /// How many runs the task has started.
    var runCount: Int64 = 0
    /// The internal number of the newest of them, 0 for none.
    var lastRunNumber: Int64 = 0
    /// When the schedule starts the next one, Unix seconds.
    var nextRunAt: Int64?

    func order(callback: RunCallback?) -> RunOrder {
        RunOrder(worker: worker, version: version, input: input, callback: callback)
    }

    /// Whether a search text is part of the title or the slug; case does not count.
    func matches(keyword: String) -> Bool {
        [title, slug].contains { $0.lowercased().contains(keyword.lowercased()) }
    }
}
