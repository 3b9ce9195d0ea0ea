import Testing

@testable import CoreClawSimulator

struct RunQueueTests {
    private static let items = "/api/v2/run-queue/items"

    private static func enqueue(_ simulator: Simulator) async throws -> String {
        let body: JSON = ["input": .nested(["keyword": "coffee"]), "is_async": false, "limit": 5, "offset": 1]
        let answer = try await simulator.ask("POST", "/api/v2/workers/demo-worker/queued-runs", body)
        #expect(answer.data?["queued"] == true)
        #expect(answer.data?["queue_status"] == "waiting")
        return try #require(answer.data?["queue_ref"]?.string)
    }

    @Test func anItemWaitsUntilItIsActivated() async throws {
        try await Simulator.with(.still) { simulator in
            let ref = try await Self.enqueue(simulator)
            #expect(Int64(ref) != nil)
            #expect(try await simulator.ask("GET", "/api/v2/worker-runs/last").data?["slug"]?.string == SeededRuns.moving)
            let body: JSON = ["queue_refs": [.string(ref), .string(ref), "123457", "999"]]
            let answer = try await simulator.ask("POST", "\(Self.items)/activate", body)
            #expect(answer.status == 200)
            #expect(
                answer.data?["results"] == [
                    ["queue_ref": .string(ref), "success": true],
                    ["error": "item is not in waiting state", "queue_ref": .string(ref), "success": false],
                    ["error": "item is not in waiting state", "queue_ref": "123457", "success": false],
                    ["error": "item does not exist", "queue_ref": "999", "success": false],
                ]
            )
            #expect(try await simulator.ask("GET", "/api/v2/worker-runs/last").data?["scraper_slug"] == "demo-worker")
        }
    }

    @Test func withoutMoneyItGoesOnWaiting() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), balance: 0)) { simulator in
            let ref = try await Self.enqueue(simulator)
            let body: JSON = ["queue_refs": [.string(ref)]]
            let poor = try await simulator.ask("POST", "\(Self.items)/activate", body)
            let error = Route.errorMessages[30001].map(JSON.string) ?? .null
            #expect(poor.data?["results"] == [["error": error, "queue_ref": .string(ref), "success": false]])
            try await simulator.setBalance(1)
            let rich = try await simulator.ask("POST", "\(Self.items)/activate", body)
            #expect(rich.data?["results"]?.elements.first?["success"] == true)
        }
    }

    @Test func aReleaseIsForGood() async throws {
        try await Simulator.with(.still) { simulator in
            let ref = try await Self.enqueue(simulator)
            let one = try await simulator.ask("POST", "\(Self.items)/\(ref)/release", ["reason": "no longer needed"])
            #expect(one.data?["results"] == [["queue_ref": .string(ref), "success": true]])
            let again = try await simulator.ask("POST", "\(Self.items)/release", ["queue_refs": [.string(ref), "123456"]])
            #expect(again.data?["results"]?.elements.map { $0["success"] } == [false, true])
            let activated = try await simulator.ask("POST", "\(Self.items)/activate", ["queue_refs": [.string(ref)]])
            #expect(activated.data?["results"]?.elements.map { $0["success"] } == [false])
            #expect(try await simulator.get("\(Self.items)?status=waiting")["data"]?["count"] == 0)
        }
    }

    @Test(arguments: [
        ("", ["200001", "123456", "123457", "22"]), ("?status=waiting", ["200001", "123456"]),
        ("?status=inactive&limit=1&offset=2", ["22"]),
    ])
    func itemsAreListedNewestFirst(_ query: String, _ refs: [String]) async throws {
        try await Simulator.with(.still) { simulator in
            _ = try await Self.enqueue(simulator)
            let answer = try await simulator.get(Self.items + query)
            #expect(answer.list.compactMap { $0["queue_ref"]?.string } == refs)
            #expect(answer["data"]?.names == ["count", "list"])
        }
    }
}
