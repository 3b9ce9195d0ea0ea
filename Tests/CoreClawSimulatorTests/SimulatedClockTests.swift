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
}
