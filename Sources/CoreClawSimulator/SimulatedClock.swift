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

    /// The first moment, Unix seconds.
    nonisolated let start: Int64
    private let speed: Double
    private let begin = ContinuousClock.now
    private var advanced: Double = 0

    /// A clock that starts at a moment and runs at a multiple of real time: 1 as usual, 60 a minute each second, 0 not at all.
    ///
    /// A speed below 0 or not finite counts as 0.
    public init(startingAt start: Date = defaultStart, speed: Double = 1) {
        self.start = Self.seconds(start.timeIntervalSince1970)
        self.speed = speed.isFinite ? max(speed, 0) : 0
    }

    /// A clock that stands still until it is advanced.
    public static func manual(startingAt start: Date = defaultStart) -> SimulatedClock {
        SimulatedClock(startingAt: start, speed: 0)
    }

    /// The simulated time, whole seconds.
    public var now: Date { Date(timeIntervalSince1970: Double(seconds)) }

    /// Moves the time forward, besides what passes by itself; a negative duration counts as 0.
    public func advance(by duration: Duration) {
        advanced += max(0, Self.seconds(in: duration))
    }

    /// The simulated time in Unix seconds.
    var seconds: Int64 {
        Self.seconds(Double(start) + advanced + Self.seconds(in: ContinuousClock.now - begin) * speed)
    }

    private static func seconds(in duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func seconds(_ time: Double) -> Int64 {
        guard !time.isNaN else { return 0 }
        return Int64(min(max(time.rounded(.down), Double(range.lowerBound)), Double(range.upperBound)))
    }
}
