/// The time since it was made, on any clock.
struct Stopwatch: Sendable {
    private let measure: @Sendable () -> Duration

    init(_ clock: some Clock<Duration>) {
        let start = clock.now
        measure = { start.duration(to: clock.now) }
    }

    var elapsed: Duration { measure() }

    /// What is left of a limit, or nil where there is none.
    func remaining(of limit: Duration?) -> Duration? {
        limit.map { max(.zero, $0 - elapsed) }
    }
}
