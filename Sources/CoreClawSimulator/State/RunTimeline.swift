/// The life of a run, laid down in advance: its state is a function of this and the time.
struct RunTimeline: Sendable {
    struct Phase: Sendable, Equatable {
        /// Seconds since the run was created.
        let offset: Int64
        let status: RunStatus
    }

    struct State: Sendable, Equatable {
        let status: RunStatus
        /// Unix seconds, 0 before the run has started.
        let startedAt: Int64
        /// Unix seconds, 0 before the run has ended.
        let finishedAt: Int64
        /// Seconds from the start to the end of the work, or until now.
        let duration: Int64
        /// How much of the work is done, in thousandths.
        let progress: Int64
    }

    /// Unix seconds.
    let createdAt: Int64
    /// In order of time; `ready` holds until the first of them.
    private(set) var phases: [Phase]
    /// How long the whole work takes, seconds.
    private let work: Int64

    /// A run that waits, works and ends, each after a number of seconds.
    init(createdAt: Int64, waiting: Int64, working: Int64, outcome: RunStatus) {
        self.createdAt = createdAt
        work = working
        phases = [Phase(offset: waiting, status: .running), Phase(offset: waiting + working, status: outcome)]
    }

    /// The same run, whose work stops now and which is `aborted` some seconds later, or never.
    func aborted(at now: Int64, after delay: Int64?) -> RunTimeline {
        let age = now - createdAt
        var timeline = self
        timeline.phases = phases.filter { $0.offset <= age } + [Phase(offset: age, status: .aborting)]
        if let delay { timeline.phases.append(Phase(offset: age + delay, status: .aborted)) }
        return timeline
    }

    func state(at now: Int64) -> State {
        let age = now - createdAt
        let past = phases.filter { $0.offset <= age }
        let status = past.last?.status ?? .ready
        let finished = past.first { $0.status.isFinal }.map { createdAt + $0.offset } ?? 0
        guard let start = past.first(where: { $0.status == .running })?.offset else {
            return State(status: status, startedAt: 0, finishedAt: finished, duration: 0, progress: 0)
        }
        let end = past.first { $0.status.isStopped }?.offset ?? age
        let duration = end - start
        return State(
            status: status,
            startedAt: createdAt + start,
            finishedAt: finished,
            duration: duration,
            progress: duration >= work ? 1000 : duration * 1000 / work
        )
    }

    /// When the work stops, Unix seconds.
    var stoppedAt: Int64? { phases.first { $0.status.isStopped }.map { createdAt + $0.offset } }

    /// When the state changes next, Unix seconds; nil when it stays.
    func nextChange(after now: Int64) -> Int64? {
        phases.first { createdAt + $0.offset > now }.map { createdAt + $0.offset }
    }
}
