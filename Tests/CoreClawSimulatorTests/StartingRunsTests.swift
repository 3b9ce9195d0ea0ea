import Foundation
import Testing

@testable import CoreClawSimulator

struct StartingRunsTests {
    private static let path = "/api/v2/workers/\(SeededWorkers.maps)/runs"

    @Test func aRunLivesByTheClock() async throws {
        try await Simulator.with(.still) { simulator in
            let id = try await simulator.start(SeededWorkers.maps, ["keywords": ["coffee", "tea"], "max_results": 25])
            var seen: [String] = []
            for step in [0, 2, 5, 5] {
                await simulator.clock.advance(by: .seconds(step))
                let run = try await simulator.ask("GET", "/api/v2/worker-runs/\(id)").data
                seen.append("\(run?["status"]?.string ?? "") \(run?["results"]?.integer ?? -1) \(run?["usage"]?.string ?? "")")
            }
            #expect(seen == ["ready 0 0", "running 0 0", "running 25 0", "succeeded 50 0.03"])
            let rows = try await simulator.get("/api/v2/worker-runs/\(id)/result?limit=100").list
            #expect(rows.compactMap { $0["keyword"]?.string }.prefix(3) == ["coffee", "tea", "coffee"])
            #expect(Set(rows.compactMap { $0["__coreclaw_data_id__"]?.string }).count == 50)
        }
    }

    @Test func theSameStartsGiveTheSameIdentifiers() async throws {
        var identifiers: [[String]] = []
        for _ in 0..<2 {
            try await Simulator.with(.still) { simulator in
                identifiers.append([try await simulator.start(), try await simulator.start()])
            }
        }
        #expect(identifiers.first == identifiers.last)
        #expect(identifiers.first == ["01M0EN6SG00000000000000001", "01M0EN6SG00000000000000003"])
    }

    @Test(
        arguments: [
            (nil, "max"), (["keywords": ["coffee"]], "flat"), (["parameters": ["keywords": ["coffee"]]], "half"),
            (["parameters": ["custom": ["coffee"]]], "array"), (.null, "null"), ("text", "text"),
        ] as [(JSON?, String)]
    )
    func anInputMustBeNested(_ input: JSON?, _ name: String) async throws {
        try await Simulator.with(.still) { simulator in
            let count = try await simulator.get("/api/v2/worker-runs")["data"]?["count"]
            for path in [Self.path, "/api/v2/workers/\(SeededWorkers.maps)/queued-runs"] {
                let answer = try await simulator.ask("POST", path, input.map { ["input": $0] } ?? [:])
                #expect(answer.status == 400)
                #expect(answer.code == 11000)
                #expect(answer.json["details"] == ["input.parameters.custom is required"])
            }
            #expect(try await simulator.get("/api/v2/worker-runs")["data"]?["count"] == count)
        }
    }

    @Test(arguments: [("v1.0.5", "v1.0.5"), ("v1.2.6", "v1.2.6"), ("latest", nil), ("v9", nil)])
    func aVersionMustExist(_ version: String, _ runs: String?) async throws {
        try await Simulator.with(.still) { simulator in
            let body: JSON = ["input": .nested(["keywords": ["coffee"]]), "version": .string(version)]
            let answer = try await simulator.ask("POST", Self.path, body)
            if let runs {
                let run = try await simulator.ask("GET", "/api/v2/worker-runs/last")
                #expect(run.data?["version"]?.string == runs)
            } else {
                #expect(answer.status == 400)
                #expect(answer.code == 50003)
            }
        }
    }

    @Test(
        arguments: [
            (SeededWorkers.maps, [:], "Keywords is required"), (SeededWorkers.maps, ["keywords": []], "Keywords is required"),
            (SeededWorkers.demo, ["keyword": ""], "Keyword is required"),
            (SeededWorkers.demo, ["keyword": "broken"], "Navigation timeout of 30000 ms exceeded"),
        ] as [(String, JSON, String)]
    )
    func aRunWithoutWhatItNeedsFails(_ worker: String, _ custom: JSON, _ message: String) async throws {
        try await Simulator.with(.still) { simulator in
            let id = try await simulator.start(worker, custom)
            await simulator.clock.advance(by: .seconds(60))
            let run = try #require(try await simulator.get("/api/v2/worker-runs?status=failed").list.first)
            #expect(run["slug"]?.string == id)
            #expect(run["err_msg"]?.string == message)
            #expect(run["results"] == 0)
            #expect(run["usage"] == "0.005")
        }
    }

    @Test(
        arguments: [
            (["place_ids": ["a", "b", "c"]], 12), (["keywords": ["a", "b"], "max_results": "7"], 14),
            (["keywords": [["keyword": "a"]], "max_results": 0], 0), (["keywords": ["a"], "max_results": 9_000_000_000], 1000),
            (["keywords": ["a"], "max_results": -5], 0), (["url": [["detail_url": "x"]]], 4),
        ] as [(JSON, Int64)]
    )
    func theInputTellsTheNumberOfRows(_ custom: JSON, _ count: Int64) async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), balance: 1000)) { simulator in
            let id = try await simulator.start(SeededWorkers.maps, custom)
            await simulator.clock.advance(by: .seconds(600))
            #expect(try await simulator.get("/api/v2/worker-runs/\(id)/result")["data"]?["count"]?.integer == count)
        }
    }

    @Test func errorRowsAreAKindOfSuccess() async throws {
        try await Simulator.with(.still) { simulator in
            let id = try await simulator.start(SeededWorkers.demo, ["keyword": "forbidden"])
            await simulator.clock.advance(by: .seconds(60))
            #expect(try await simulator.status(of: id) == "succeeded")
            #expect(
                try await simulator.get("/api/v2/worker-runs/\(id)/result").list.map { $0["error"] } == [
                    "Forbidden", "Forbidden",
                ]
            )
        }
    }

    @Test func costsComeOffTheBalanceAtTheEnd() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), balance: Decimal(30) / 1000)) { simulator in
            await simulator.clock.advance(by: .seconds(60))
            // The seeded run that was moving has cost 0.0217 by now.
            #expect(await simulator.balance.amount == "0.0083")
            let refused = try await simulator.ask("POST", Self.path, ["input": .nested(["keywords": ["a"], "max_results": 7])])
            #expect(refused.status == 400)
            #expect(refused.code == 30001)
            _ = try await simulator.start(SeededWorkers.maps, ["keywords": ["a"], "max_results": 6])
            #expect(await simulator.balance.amount == "0.0083")
            // What the first will cost is as good as spent.
            let second = try await simulator.ask("POST", Self.path, ["input": .nested(["keywords": ["a"], "max_results": 0])])
            #expect(second.code == 30001)
            await simulator.clock.advance(by: .seconds(60))
            #expect(try await simulator.ask("GET", "/api/v2/users/account").data?["balance"] == "0.0003")
            try await simulator.setBalance(1)
            _ = try await simulator.start()
            await #expect(throws: SimulatorError.self) { try await simulator.setBalance(.nan) }
        }
    }

    @Test func thePlanLimitCountsWhatIsRunning() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), planLimit: 2)) { simulator in
            let first = try await simulator.start()
            _ = try await simulator.start()
            _ = try await simulator.start()
            await simulator.clock.advance(by: .seconds(3))
            let count = try await simulator.get("/api/v2/worker-runs")["data"]?["count"]
            let refused = try await simulator.ask("POST", Self.path, ["input": .nested(["keywords": ["a"]])])
            #expect(refused.status == 400)
            #expect(refused.code == 30003)
            #expect(try await simulator.get("/api/v2/worker-runs")["data"]?["count"] == count)
            #expect(try await simulator.status(of: first) == "running")
            await simulator.clock.advance(by: .seconds(60))
            _ = try await simulator.start()
        }
    }
}
