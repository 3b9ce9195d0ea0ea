import Testing

@testable import CoreClawSimulator

struct LastRunTests {
    @Test func theNewestComesLast() async throws {
        try await Simulator.with(.still) { simulator in
            #expect(try await simulator.ask("GET", "/api/v2/worker-runs/last").data?["slug"]?.string == SeededRuns.moving)
            let id = try await simulator.start(SeededWorkers.withoutRuns)
            #expect(try await simulator.ask("GET", "/api/v2/worker-runs/last").data?["slug"]?.string == id)
            let last = try await simulator.ask("GET", "/api/v2/workers/owner~idle-worker/runs/last")
            #expect(last.data?["slug"]?.string == id)
        }
    }

    @Test func aRerunHasTheSameInputAndANewName() async throws {
        try await Simulator.with(.still) { simulator in
            let first = try await simulator.start(SeededWorkers.maps, ["keywords": ["tea"], "max_results": 3])
            let answer = try await simulator.ask("POST", "/api/v2/workers/\(SeededWorkers.maps)/runs/last/rerun", [:])
            let second = try #require(answer.data?["run_slug"]?.string)
            #expect(second != first)
            await simulator.clock.advance(by: .seconds(30))
            let rows = try await simulator.get("/api/v2/worker-runs/\(second)/result").list
            #expect(rows.map { $0["keyword"] } == ["tea", "tea", "tea"])
        }
    }

    @Test(arguments: ["", "/log", "/result", "/export", "/rerun", "/abort"])
    func anEmptyAccountHasNone(_ action: String) async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), seed: .empty)) { simulator in
            let isPost = ["/rerun", "/abort"].contains(action)
            for path in ["/api/v2/worker-runs/last", "/api/v2/workers/nobody/runs/last"] {
                let answer = try await simulator.ask(isPost ? "POST" : "GET", path + action, isPost ? [:] : nil)
                #expect(answer.status == 404)
                #expect(answer.code == 11004)
            }
        }
    }
}
