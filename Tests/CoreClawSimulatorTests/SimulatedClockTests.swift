import Foundation
import Testing

@testable import CoreClawSimulator

struct SimulatedClockTests {
    @Test func aManualClockMovesOnlyWhenTold() async throws {
        let clock = SimulatedClock.manual()
        try await Task.sleep(for: .milliseconds(20))
        #expect(await clock.now == SimulatedClock.defaultStart)
        await clock.advance(by: .seconds(90))
        await clock.advance(by: .seconds(-30))
        #expect(await clock.now == SimulatedClock.defaultStart + 90)
    }

    @Test func aFastClockRuns() async throws {
        let clock = SimulatedClock(speed: 1000)
        try await Task.sleep(for: .milliseconds(50))
        #expect(await clock.now >= SimulatedClock.defaultStart + 50)
    }

    // As seconds, because a Date that is no number cannot even be printed.
    @Test(arguments: [Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .nan, .infinity])
    func noTimeIsTooMuch(_ start: Double) async throws {
        let clock = SimulatedClock(startingAt: Date(timeIntervalSince1970: start), speed: .infinity)
        await clock.advance(by: .seconds(Int64.max))
        #expect(SimulatedClock.range.contains(await clock.seconds))
        try await Simulator.with(SimulatorOptions(clock: clock)) { simulator in
            #expect(await simulator.answer("/api/v2/worker-runs").status != 500)
        }
    }

    @Test func whoeverSleepsWakesInTime() async throws {
        let clock = SimulatedClock.manual()
        let count = await clock.changeCount
        let sleeper = Task { await clock.pause(until: nil, since: count) }
        await clock.advance(by: .seconds(1))
        await sleeper.value
        // Nobody falls asleep over a change that has been missed, nor when the time has come.
        await clock.pause(until: nil, since: count)
        await clock.pause(until: clock.start, since: clock.changeCount)
        let cancelled = Task { await clock.pause(until: nil, since: clock.changeCount) }
        cancelled.cancel()
        await cancelled.value
        let fast = SimulatedClock(speed: 1000)
        await fast.pause(until: fast.start + 20, since: fast.changeCount)
        #expect(await fast.seconds >= fast.start + 20)
    }

    @Test func whoeverMovesTheTimeWaitsForItsEffects() async throws {
        actor Counter {
            var count = 0
            func add() { count += 1 }
        }
        let (clock, counter) = (SimulatedClock.manual(), Counter())
        let observer = await clock.addObserver {
            try? await Task.sleep(for: .milliseconds(20))
            await counter.add()
        }
        await clock.advance(by: .seconds(1))
        #expect(await counter.count == 1)
        await clock.removeObserver(observer)
        await clock.advance(by: .seconds(1))
        #expect(await counter.count == 1)
    }

    @Test func simulatorsMayShareAClock() async throws {
        let clock = SimulatedClock.manual()
        try await Simulator.with(SimulatorOptions(clock: clock)) { first in
            try await Simulator.with(SimulatorOptions(clock: clock)) { second in
                let runs = [try await first.start(), try await second.start()]
                await clock.advance(by: .seconds(60))
                #expect(try await first.status(of: runs[0]) == "succeeded")
                #expect(try await second.status(of: runs[1]) == "succeeded")
            }
        }
    }
}
