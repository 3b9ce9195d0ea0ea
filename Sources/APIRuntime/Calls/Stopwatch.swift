/// The time since it was made, on any clock.
struct Stopwatch: Sendable {
    private let scheduler: DeadlineScheduler
    private let start: Duration

    init(_ clock: any Clock<Duration>) {
        self.init(DeadlineScheduler.on(clock))
    }

    /// A stopwatch on the clock of a scheduler, which costs less.
    init(_ scheduler: DeadlineScheduler) {
        self.scheduler = scheduler
        start = scheduler.now
    }

    var elapsed: Duration { scheduler.now - start }

    /// What is left of a limit, or nil where there is none.
    func remaining(of limit: Duration?) -> Duration? {
        limit.map { max(.zero, $0 - elapsed) }
    }
}
