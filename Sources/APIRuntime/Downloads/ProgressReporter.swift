/// Tells a caller how far a download has come, at a bounded rate.
struct ProgressReporter: Sendable {
    /// The shortest time between two reports, except the first and the last one.
    static let interval = Duration.milliseconds(100)

    private let stopwatch: Stopwatch
    private let tell: @Sendable (DownloadProgress) -> Void
    private var last: (progress: DownloadProgress, time: Duration)?

    init(clock: some Clock<Duration>, tell: @escaping @Sendable (DownloadProgress) -> Void) {
        stopwatch = Stopwatch(clock)
        self.tell = tell
    }

    /// Tells a progress that differs from the last one that was told, if the interval has passed or the report is due anyway.
    mutating func report(_ progress: DownloadProgress, isDue: Bool) {
        guard progress != last?.progress else { return }
        let now = stopwatch.elapsed
        if !isDue, let last, now - last.time < Self.interval { return }
        last = (progress, now)
        tell(progress)
    }
}
