import Foundation
import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

@Suite struct TimeLimitTests {
    private let clock = TestClock(skipsPauses: false)

    private func limit(_ configure: (inout TimeLimit) -> Void) -> TimeLimit {
        var limit = TimeLimit(scheduler: DeadlineScheduler.on(clock))
        configure(&limit)
        return limit
    }

    /// Ignores that it is cancelled, and ends when the returned function is called.
    private func deafWork() -> (work: @Sendable (Activity) async throws -> Int, end: @Sendable () -> Void) {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let work: @Sendable (Activity) async throws -> Int = { _ in
            await Task.detached { for await _ in stream {} }.value
            return 1
        }
        return (work, { continuation.finish() })
    }

    @Test(arguments: [true, false])
    func returnsWhatTheWorkReturns(startingHere: Bool) async throws {
        let limit = limit { $0.total = .seconds(1) }
        #expect(try await limit.run(startingHere: startingHere) { _ in 1 } == 1)
        await #expect(throws: POSIXError(.EIO)) {
            try await limit.run(startingHere: startingHere) { _ in throw POSIXError(.EIO) }
        }
        #expect(limit.scheduler.count == 0)
    }

    @Test(arguments: [true, false], [\TimeLimit.total, \TimeLimit.attempt])
    func aLimitBoundsWorkThatIgnoresCancellation(
        startingHere: Bool,
        path: WritableKeyPath<TimeLimit, Duration?> & Sendable
    ) async throws {
        let limit = limit { $0[keyPath: path] = .seconds(2) }
        let (work, end) = deafWork()
        defer { end() }
        let result = Task { try await limit.run(startingHere: startingHere, work) }
        try await eventually { clock.sleeping == 1 }
        clock.advance(by: .seconds(1))
        #expect(limit.scheduler.count == 1)
        clock.advance(by: .seconds(1))
        await #expect(throws: TimeLimit.Expiry.limit) { try await result.value }
        #expect(limit.scheduler.count == 0)
        #expect(clock.sleeping == 0)
    }

    @Test(arguments: [true, false])
    func cancellingTheCallerReturnsAtOnce(hasLimit: Bool) async throws {
        let limit = limit { $0.total = hasLimit ? .seconds(60) : nil }
        let (work, end) = deafWork()
        defer { end() }
        let task = Task { try await limit.run(work) }
        try await eventually { clock.sleeping == (hasLimit ? 1 : 0) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(limit.scheduler.count == 0)
    }

    @Test func workThatIsCancelledBeforeItStartsDoesNotStart() async {
        let limit = limit { $0.total = .seconds(60) }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await limit.run { _ in Issue.record("it has started") }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func anExpiredLimitCancelsTheWork() async throws {
        let limit = limit { $0.total = .seconds(2) }
        let isCancelled = NIOLockedValueBox(false)
        let result = Task {
            try await limit.run { _ in
                do { try await Task.sleep(for: .seconds(60)) } catch { isCancelled.withLockedValue { $0 = true } }
            }
        }
        try await eventually { clock.sleeping == 1 }
        clock.advance(by: .seconds(2))
        await #expect(throws: TimeLimit.Expiry.limit) { try await result.value }
        try await eventually { isCancelled.withLockedValue { $0 } }
    }

    /// What writes to a file must not go on while the caller closes it.
    @Test func whatMustNotBeDisturbedIsWaitedFor() async throws {
        let limit = limit { $0.total = .seconds(2) }
        let (deaf, end) = deafWork()
        let events = NIOLockedValueBox<[String]>([])
        let result = Task {
            defer { events.withLockedValue { $0.append("result") } }
            try await limit.run { activity in
                try await activity.undisturbed {
                    _ = try await deaf(activity)
                    events.withLockedValue { $0.append("written") }
                }
                try await activity.undisturbed { events.withLockedValue { $0.append("written again") } }
            }
        }
        try await eventually { clock.sleeping == 1 }
        clock.advance(by: .seconds(2))
        try await eventually { limit.scheduler.count == 0 }
        #expect(events.withLockedValue { $0 } == [])
        end()
        await #expect(throws: TimeLimit.Expiry.limit) { try await result.value }
        #expect(events.withLockedValue { $0 } == ["written", "result"])
    }

    @Test func theIdleLimitBeginsAnewWithEachSign() async throws {
        let limit = limit { $0.idle = .seconds(3) }
        let activity = NIOLockedValueBox<Activity?>(nil)
        let (deaf, end) = deafWork()
        defer { end() }
        let result = Task {
            try await limit.run { present in
                activity.withLockedValue { $0 = present }
                return try await deaf(present)
            }
        }
        try await eventually { clock.sleeping == 1 }
        for _ in 0..<10 {
            activity.withLockedValue { $0 }?.sign()
            clock.advance(by: .seconds(2))
        }
        #expect(limit.scheduler.count == 1)
        try await eventually { clock.sleeping == 1 }
        clock.advance(by: .seconds(1))
        await #expect(throws: TimeLimit.Expiry.idle) { try await result.value }
    }

    @Test func waitingForAConnectionTakesNothingFromTheAttempt() async throws {
        let limit = limit {
            $0.attempt = .seconds(2)
            $0.pool = .seconds(60)
        }
        let activity = NIOLockedValueBox<Activity?>(nil)
        let (deaf, end) = deafWork()
        defer { end() }
        let result = Task {
            try await limit.run { present in
                present.waitsForConnection(ofAtMost: 5)
                activity.withLockedValue { $0 = present }
                return try await deaf(present)
            }
        }
        try await eventually { activity.withLockedValue { $0 } != nil && clock.sleeping == 1 }
        for _ in 0..<50 {
            clock.advance(by: .seconds(1))
            try await eventually { clock.sleeping == 1 }
        }
        activity.withLockedValue { $0 }?.hasConnection()
        try await eventually { clock.sleeping == 1 }
        clock.advance(by: .seconds(1))
        #expect(limit.scheduler.count == 1)
        while limit.scheduler.count == 1 {
            clock.advance(by: .seconds(1))
            await Task.yield()
        }
        await #expect(throws: TimeLimit.Expiry.limit) { try await result.value }
    }

    @Test(arguments: [(3, 60), (60, 3)])
    func theWaitForAConnectionHasALimit(pool: Int, total: Int) async throws {
        let limit = limit {
            $0.total = .seconds(total)
            $0.pool = .seconds(pool)
        }
        let (deaf, end) = deafWork()
        defer { end() }
        let result = Task {
            try await limit.run { activity in
                activity.waitsForConnection(ofAtMost: 5)
                return try await deaf(activity)
            }
        }
        try await eventually { clock.sleeping == 1 && limit.scheduler.count == 1 }
        while limit.scheduler.count == 1 {
            clock.advance(by: .seconds(3))
            await Task.yield()
        }
        let error = await #expect(throws: TimeLimit.Expiry.self) { try await result.value }
        guard case .pool(5, _, false) = error else {
            Issue.record("another limit: \(String(describing: error))")
            return
        }
    }

    /// Counts the pieces of work that are in memory.
    private final class Presence: Sendable {
        private let count: NIOLockedValueBox<Int>

        init(_ count: NIOLockedValueBox<Int>) {
            self.count = count
            count.withLockedValue { $0 += 1 }
        }

        deinit { count.withLockedValue { $0 -= 1 } }
    }

    @Test func nothingIsLeftOfThousandsOfCalls() async throws {
        let present = NIOLockedValueBox(0)
        let scheduler = DeadlineScheduler(ContinuousClock(), lingering: .milliseconds(1))
        let limit = TimeLimit(attempt: .seconds(60), total: .seconds(600), idle: .seconds(30), scheduler: scheduler)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    for _ in 0..<100 {
                        let presence = Presence(present)
                        try await limit.run { activity in
                            await Task.yield()
                            activity.sign()
                            withExtendedLifetime(presence) {}
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(scheduler.count == 0)
        try await eventually { present.withLockedValue { $0 } == 0 && !scheduler.isSleeping }
    }
}
