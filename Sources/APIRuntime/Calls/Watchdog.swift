/// Bounds a piece of work in time: as a whole, and in the silence between two signs of life.
struct Watchdog: Sendable {
    /// Which limit passed.
    enum Expiry: Error, Sendable {
        case limit
        case idle
    }

    let limit: Duration?
    let idle: Duration?
    let clock: any Clock<Duration>

    /// Runs the work, which reports every sign of life; throws an ``Expiry`` as soon as a limit passes, with the work cancelled.
    func run<T: Sendable>(_ work: @escaping @Sendable (Activity) async throws -> T) async throws -> T {
        let activity = Activity(Stopwatch(clock))
        if limit == nil, idle == nil { return try await work(activity) }
        if let limit, limit <= .zero { throw Expiry.limit }
        return try await withThrowingTaskGroup(of: T?.self) { group in
            group.addTask { try await work(activity) }
            group.addTask {
                try await watch(activity)
                return nil
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw CancellationError()
        }
    }

    private func watch(_ activity: Activity) async throws {
        while true {
            let now = activity.stopwatch.elapsed
            var pause = Duration.seconds(31_536_000)
            if let limit {
                guard now < limit else { throw Expiry.limit }
                pause = min(pause, limit - now)
            }
            if let idle {
                // Before the first sign the silence has not begun, yet it may begin while this sleeps.
                let silence = await activity.lastSign.map { now - $0 } ?? .zero
                guard silence < idle else { throw Expiry.idle }
                pause = min(pause, idle - silence)
            }
            // Nobody needs a limit to the millisecond, and timers that may be late can be fired together.
            try await clock.pause(for: pause, tolerance: pause / 100)
        }
    }
}

/// When a piece of work last showed a sign of life.
actor Activity {
    nonisolated let stopwatch: Stopwatch
    private(set) var lastSign: Duration?

    init(_ stopwatch: Stopwatch) {
        self.stopwatch = stopwatch
    }

    func sign() {
        lastSign = stopwatch.elapsed
    }

    /// Ends the silence until the next sign: what is waited for is not the other side.
    func rest() {
        lastSign = nil
    }
}
