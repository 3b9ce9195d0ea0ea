/// The life of a run, laid down in advance: its state is a function of this and the time.
struct RunTimeline: Sendable {
    struct Phase: Sendable {
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
        /// Seconds from the start to the end, or until now.
        let duration: Int64
        /// How much of the work is done, in thousandths.
        let progress: Int64
    }

    /// Unix seconds.
    let createdAt: Int64
    /// In order of time; `ready` holds until the first of them.
    let phases: [Phase]

    /// A run that waits, works and ends, each after a number of seconds.
    init(createdAt: Int64, waiting: Int64, working: Int64, outcome: RunStatus) {
        self.createdAt = createdAt
        phases = [Phase(offset: waiting, status: .running), Phase(offset: waiting + working, status: outcome)]
    }

    func state(at now: Int64) -> State {
        let age = now - createdAt
        let status = phases.last { $0.offset <= age }?.status ?? .ready
        let started = phases.first { $0.offset <= age }.map { createdAt + $0.offset } ?? 0
        let end = phases.last.map { createdAt + $0.offset } ?? 0
        let isOver = now >= end
        let finished = isOver && status.isFinal ? end : 0
        let duration = started == 0 ? 0 : (isOver ? end : now) - started
        let progress = started == 0 ? 0 : isOver ? 1000 : duration * 1000 / max(1, end - started)
        return State(status: status, startedAt: started, finishedAt: finished, duration: duration, progress: progress)
    }
}
