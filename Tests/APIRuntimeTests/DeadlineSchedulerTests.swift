import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

@Suite struct DeadlineSchedulerTests {
    private let clock = TestClock(skipsPauses: false)

    @Test func deadlinesPassInTheOrderOfTheirTimes() async throws {
        let scheduler = DeadlineScheduler.on(clock)
        let passed = NIOLockedValueBox<[Int]>([])
        for second in [5, 1, 4, 2, 3] {
            _ = scheduler.schedule(at: .seconds(second)) { _ in
                passed.withLockedValue { $0.append(second) }
                return nil
            }
        }
        for second in 1...5 {
            try await eventually { clock.sleeping == 1 }
            clock.advance(by: .seconds(1))
            try await eventually { passed.withLockedValue { $0 } == Array(1...second) }
        }
        try await eventually { !scheduler.isSleeping && clock.sleeping == 0 }
    }

    @Test func oneTaskSleepsForAllAndNoneForNone() async throws {
        let scheduler = DeadlineScheduler.on(clock)
        let deadlines = (0..<1_000).map { number in
            scheduler.schedule(at: .seconds(1 + number * 7919 % 1_000)) { _ in
                Issue.record("a removed deadline has passed")
                return nil
            }
        }
        try await eventually { clock.sleeping == 1 }
        #expect(scheduler.count == 1_000)
        for deadline in deadlines.shuffled() { scheduler.remove(deadline) }
        #expect(scheduler.count == 0)
        #expect(!scheduler.isSleeping)
        try await eventually { clock.sleeping == 0 }
        clock.advance(by: .seconds(2_000))
    }

    @Test func aDeadlineComesAgainAtTheTimeItsActionReturns() async throws {
        let scheduler = DeadlineScheduler.on(clock)
        let times = NIOLockedValueBox<[Duration]>([])
        _ = scheduler.schedule(at: .seconds(1)) { now in
            times.withLockedValue { times in
                times.append(now)
                return times.count < 3 ? now + .seconds(2) : nil
            }
        }
        for _ in 0..<5 {
            try await eventually { clock.sleeping == 1 || times.withLockedValue { $0.count } == 3 }
            clock.advance(by: .seconds(1))
            await Task.yield()
        }
        try await eventually { times.withLockedValue { $0 } == [.seconds(1), .seconds(3), .seconds(5)] }
        #expect(scheduler.count == 0)
    }

    @Test func anEarlierDeadlineWakesTheSleeperEarlier() async throws {
        let scheduler = DeadlineScheduler.on(clock)
        let passed = NIOLockedValueBox(0)
        let late = scheduler.schedule(at: .seconds(100)) { _ in nil }
        try await eventually { clock.sleeping == 1 }
        _ = scheduler.schedule(at: .seconds(1)) { _ in
            passed.withLockedValue { $0 += 1 }
            return nil
        }
        try await eventually { clock.sleepers == [.seconds(1)] }
        clock.advance(by: .seconds(1))
        try await eventually { passed.withLockedValue { $0 } == 1 }
        try await eventually { clock.sleepers == [.seconds(100)] }
        scheduler.remove(late)
    }

    @Test func aSystemClockSleepsInShortSteps() async throws {
        let scheduler = DeadlineScheduler(clock, lingering: .seconds(1))
        let deadline = scheduler.schedule(at: .seconds(60)) { _ in nil }
        try await eventually { clock.sleepers == [.seconds(1)] }
        scheduler.remove(deadline)
        // Cancelling it would leave its timer behind.
        #expect(scheduler.isSleeping)
        clock.advance(by: .seconds(1))
        try await eventually { !scheduler.isSleeping && clock.sleeping == 0 }
    }

    @Test func copiesOfAConfigurationShareTheScheduler() {
        var configuration = ClientConfiguration()
        #expect(configuration.deadlines === ClientConfiguration().deadlines)
        configuration.clock = clock
        let copy = configuration
        #expect(copy.deadlines === configuration.deadlines)
        #expect(copy.deadlines !== ClientConfiguration().deadlines)
    }
}
