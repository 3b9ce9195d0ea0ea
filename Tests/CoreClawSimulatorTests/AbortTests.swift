import Foundation
import Testing

@testable import CoreClawSimulator

struct AbortTests {
    @Test(arguments: [(AbortRule.aborted, "aborted", true), (.staysAborting, "aborting", false)])
    func aRunStopsWhereItIs(_ rule: AbortRule, _ end: String, _ finishes: Bool) async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), abort: rule)) { simulator in
            let id = try await simulator.start(SeededWorkers.maps, ["keywords": ["a"], "max_results": 100])
            await simulator.clock.advance(by: .seconds(9))
            let balance = await simulator.balance
            #expect(try await simulator.ask("POST", "/api/v2/worker-runs/\(id)/abort", [:]).code == 0)
            #expect(try await simulator.status(of: id) == "aborting")
            await simulator.clock.advance(by: .seconds(1000))
            let run = try await simulator.ask("GET", "/api/v2/worker-runs/\(id)").data
            #expect(run?["status"]?.string == end)
            #expect(run?["results"] == 46)
            #expect(run?["duration"] == 7)
            #expect(run?["finished_at"]?.integer == (finishes ? 1_787_198_414 : 0))
            #expect(run?["usage"] == "0.028")
            // The seeded run has ended in the meantime.
            #expect(balance - (await simulator.balance) == Price.standard.total(rows: 46) + Decimal(217) / 10000)
        }
    }

    @Test func aRunThatHasNotStartedCostsNothing() async throws {
        try await Simulator.with(.still) { simulator in
            let id = try await simulator.start()
            _ = try await simulator.ask("POST", "/api/v2/worker-runs/\(id)/abort")
            await simulator.clock.advance(by: .seconds(10))
            let run = try await simulator.ask("GET", "/api/v2/worker-runs/\(id)").data
            #expect(run?["status"] == "aborted")
            #expect(run?["started_at"] == 0)
            #expect(run?["usage"] == "0")
        }
    }

    @Test(arguments: [SeededRuns.finished, SeededRuns.failed, SeededRuns.aborting])
    func whatHasEndedCannotBeAborted(_ id: String) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask("POST", "/api/v2/worker-runs/\(id)/abort")
            #expect(answer.status == 400)
            #expect(answer.code == 70002)
            let v1 = try await simulator.ask("POST", "/api/v1/scraper/abort", ["run_slug": .string(id)])
            #expect(v1.status == 500)
            #expect(v1.code == 70002)
        }
    }

    @Test func aRepeatIsRefused() async throws {
        try await Simulator.with(.still) { simulator in
            let first = try await simulator.ask("POST", "/api/v2/worker-runs/last/abort")
            let second = try await simulator.ask("POST", "/api/v2/worker-runs/last/abort")
            #expect(first.status == 200)
            #expect(second.code == 70002)
        }
    }
}
