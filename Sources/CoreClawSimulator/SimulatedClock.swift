import Foundation

/// The time in a simulator, which runs in real time, faster, or only when told to.
///
/// A run's state depends on this clock alone, so a test need not wait for anything:
///
/// ```swift
/// try await Simulator.with(SimulatorOptions(clock: .manual())) { simulator in
///     // SeededRuns.moving is ready
///     await simulator.clock.advance(by: .seconds(10))
///     // now it is running
/// }
/// ```
public actor SimulatedClock {
    /// The default first moment: noon of 20 August 2026 at UTC+8.
    public static let defaultStart = Date(timeIntervalSince1970: 1_787_198_400)

    /// The Unix seconds that a clock can show: the years 1 to 9999.
    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// The longest real time that anybody sleeps without looking again, seconds.
    private static let longestSleep: Double = 3600

    /// The first moment, Unix seconds.
    nonisolated let start: Int64
    private let speed: Double
    /// Whether the time jumps to what a caller waits for.
    private let skipsWaits: Bool
    private let begin = ContinuousClock.now
    private var advanced: Double = 0
    private var observers: [Int: @Sendable () async -> Void] = [:]
    private var sleepers: [Int: AsyncStream<Void>.Continuation] = [:]
    private var lastKey = 0

    /// How often the time was moved or a change was announced.
    private(set) var changeCount = 0

    /// A clock that starts at a moment and runs at a multiple of real time: 1 as usual, 60 a minute each second, 0 not at all.
    ///
    /// A speed below 0 or not finite counts as 0.
    public init(startingAt start: Date = defaultStart, speed: Double = 1) {
        self.init(startingAt: start, speed: speed, skipsWaits: false)
    }

    private init(startingAt start: Date, speed: Double, skipsWaits: Bool) {
        self.start = Self.seconds(start.timeIntervalSince1970)
        self.speed = speed.isFinite ? max(speed, 0) : 0
        self.skipsWaits = skipsWaits
    }

    /// A clock that stands still until it is advanced.
    ///
    /// The answer to a start whose caller waits, with `is_async: false`, comes when the clock has been advanced to the run's end.
    public static func manual(startingAt start: Date = defaultStart) -> SimulatedClock {
        SimulatedClock(startingAt: start, speed: 0)
    }

    /// A clock that stands still until it is advanced, and jumps to the end of a run whose start waits for it.
    ///
    /// A start with `is_async: false` returns at once, with the run's outcome and with the time moved on by the run's duration, or
    /// by the 300 seconds that the service waits at most.
    ///
    /// ```swift
    /// try await Simulator.with(SimulatorOptions(clock: .skippingWaits())) { simulator in
    ///     let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
    ///     let input = Input.custom(["keywords": ["coffee"]])
    ///     let run = try await coreclaw.workers.runAndWait("coreclaw/google-maps-scraper", input: input)
    ///     #expect(run.status == .succeeded)
    /// }
    /// ```
    public static func skippingWaits(startingAt start: Date = defaultStart) -> SimulatedClock {
        SimulatedClock(startingAt: start, speed: 0, skipsWaits: true)
    }

    /// The simulated time, whole seconds.
    public var now: Date { Date(timeIntervalSince1970: Double(seconds)) }

    /// Moves the time forward, besides what passes by itself; a negative duration counts as 0.
    ///
    /// Returns when all that was due in between has happened: schedules have started their runs, runs have been paid for, and
    /// callbacks are on their way.
    public func advance(by duration: Duration) async {
        advanced += max(0, Self.seconds(in: duration))
        announceChange()
        for observer in observers.sorted(by: { $0.key < $1.key }) { await observer.value() }
    }

    /// Whether the time only passes when it is moved.
    nonisolated var isManual: Bool { speed == 0 }

    /// The simulated time in Unix seconds.
    var seconds: Int64 { Self.seconds(exactSeconds) }

    private var exactSeconds: Double { Double(start) + advanced + Self.seconds(in: ContinuousClock.now - begin) * speed }

    private static func seconds(in duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func seconds(_ time: Double) -> Int64 {
        guard !time.isNaN else { return 0 }
        return Int64(min(max(time.rounded(.down), Double(range.lowerBound)), Double(range.upperBound)))
    }
}

extension SimulatedClock {
    /// Has something done whenever the time is moved, before the mover goes on.
    ///
    /// - Returns: What ends it, given to ``removeObserver(_:)``.
    func addObserver(_ observer: @escaping @Sendable () async -> Void) -> Int {
        lastKey += 1
        observers[lastKey] = observer
        return lastKey
    }

    func removeObserver(_ key: Int) {
        observers[key] = nil
    }

    /// Wakes everybody who sleeps: what they wait for may come at another time than they thought.
    func announceChange() {
        changeCount += 1
        for continuation in sleepers.values { continuation.finish() }
    }

    /// Returns like ``pause(until:since:)``; a clock that skips waits moves to the time instead.
    func wait(until deadline: Int64, since count: Int) async {
        guard skipsWaits else { return await pause(until: deadline, since: count) }
        await advance(by: .seconds(deadline - seconds))
    }

    /// Returns when the time has come, when something has changed since `count`, or when the task is cancelled; perhaps earlier.
    func pause(until deadline: Int64?, since count: Int) async {
        guard count == changeCount, deadline.map({ seconds < $0 }) ?? true else { return }
        lastKey += 1
        let key = lastKey
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        sleepers[key] = continuation
        let timer = Task { [pause = realTime(until: deadline)] in
            try? await Task.sleep(for: pause)
            continuation.finish()
        }
        for await _ in stream {}
        timer.cancel()
        sleepers[key] = nil
    }

    private func realTime(until deadline: Int64?) -> Duration {
        guard let deadline, speed > 0 else { return .seconds(Self.longestSleep) }
        return .seconds(min(max((Double(deadline) - exactSeconds) / speed, 0.001), Self.longestSleep))
    }
}
