import Testing

@testable import CoreClawSimulator

struct V1Tests {
    @Test(
        arguments: [
            ("/api/v1/scraper/run", ["scraper_slug": "nobody", "is_async": true, "input": .v1Input([:])], 50001),
            ("/api/v1/task/run", ["task_slug": "nothing", "callback_url": "x"], 60001),
            ("/api/v1/run/detail", ["run_slug": "nothing"], 70001), ("/api/v1/scraper/abort", ["run_slug": "nothing"], 70001),
            ("/api/v1/rerun", ["run_slug": "nothing", "callback_url": "x"], 70001),
            ("/api/v1/run/result/list", ["run_slug": "nothing"], 70001),
        ] as [(String, JSON, Int64)]
    )
    func whatDoesNotExistHasACodeOfItsKind(_ path: String, _ body: JSON, _ code: Int64) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask("POST", path, body)
            #expect(answer.status == 404)
            #expect(answer.code == code)
            #expect(answer.data == .null)
        }
    }

    @Test(arguments: ["/api/store", "/api/store?search=", "/api/store?search=a&limit=0", "/api/scraper"])
    func aSearchNeedsWords(_ path: String) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask("GET", path)
            #expect(answer.status == 400)
            #expect(answer.code == 4000)
        }
    }

    @Test(arguments: [(0, 65), (1, 1), (2, 0), (3, 53), (4, 10), (5, 1)] as [(Int64, Int64)])
    func statesAreNumbers(_ status: Int64, _ count: Int64) async throws {
        try await Simulator.with(.still) { simulator in
            let body: JSON = ["page_index": 1, "page_size": 1000, "status": .integer(status)]
            let answer = try await simulator.ask("POST", "/api/v1/run/list", body)
            #expect(answer.data?["count"]?.integer == count)
            #expect(answer.json.list.count == Int(count))
            #expect(status == 0 || answer.json.list.allSatisfy { $0["status"]?.integer == status })
        }
    }

    @Test func pagesHoldTenRowsAndUpToAThousand() async throws {
        try await Simulator.with(.still) { simulator in
            let small: JSON = ["run_slug": .string(SeededRuns.finished), "page_index": 25]
            let data = try await simulator.ask("POST", "/api/v1/run/result/list", small).data
            #expect(data?["list"]?.elements.count == 10)
            #expect(data?["headers"]?.elements.first == ["format": "text", "key": "title", "label": "Title"])
            #expect(data?["page_index"] == 25)
            let large: JSON = ["run_slug": .string(SeededRuns.finished), "page_size": 1000]
            #expect(try await simulator.ask("POST", "/api/v1/run/result/list", large).json.list.count == 250)
        }
    }

    @Test func aWaitedStartHasMilliseconds() async throws {
        try await Simulator.with(SimulatorOptions(clock: .skippingWaits())) { simulator in
            let body: JSON = [
                "scraper_slug": "coreclaw/google-maps-scraper", "is_async": false, "page_index": 1, "page_size": 3,
                "input": .v1Input(["keywords": ["coffee"], "max_results": 5]), "version": "v1.0.5",
            ]
            let data = try #require(try await simulator.ask("POST", "/api/v1/scraper/run", body).data)
            #expect(data["run_status"] == "completed")
            #expect(data["running_duration"] == 5)
            let (start, end) = (data["execution_start_timestamp"]?.integer ?? 0, data["execution_end_timestamp"]?.integer ?? 0)
            #expect(end - start == 5000)
            #expect(data["results"]?["list"]?.elements.count == 3)
            #expect(data["results"]?["count"] == 5)
        }
    }

    @Test func theDetailOfAWorkerHasTheSystemPart() async throws {
        try await Simulator.with(.still) { simulator in
            let data = try await simulator.ask("GET", "/api/scraper?slug=coreclaw/google-maps-scraper").data
            #expect(
                data?["parameters"]?["system"]?.names == [
                    "cpus", "execute_limit_time_seconds", "max_total_charge", "max_total_traffic", "memory",
                ]
            )
            #expect(data?["parameters"]?["custom"]?["properties"]?.elements.isEmpty == false)
            #expect(data?["version"] == "v1.2.6")
        }
    }
}
