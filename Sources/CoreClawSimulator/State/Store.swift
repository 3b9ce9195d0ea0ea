/// Everything the simulated account owns.
actor Store {
    private let workers: [Worker]
    /// Newest first.
    private var runs: [Run]

    init(_ seed: Seed) {
        workers = seed.workers
        runs = seed.runs.sorted { ($0.timeline.createdAt, $0.id) > ($1.timeline.createdAt, $1.id) }
    }

    func worker(_ identifier: String, acceptsSlash: Bool) -> Worker? {
        workers.first { $0.isNamed(identifier, acceptsSlash: acceptsSlash) }
    }

    /// The run with an identifier, unless it is yet to be created.
    func run(_ id: String, at now: Int64) -> Run? {
        runs.first { $0.id == id && $0.timeline.createdAt <= now }
    }

    /// The runs that a filter lets pass, newest first.
    func runs(matching filter: RunFilter, at now: Int64) -> [Run] {
        runs.filter { $0.timeline.createdAt <= now && filter.matches($0, at: now) }
    }

    func lastRun(of worker: Worker, at now: Int64) -> Run? {
        runs.first { $0.worker == worker && $0.timeline.createdAt <= now }
    }
}
