import Foundation
import Testing

@testable import CoreClawSimulator

/// The example request of each documented page, with names that exist.
struct SeedPagesTests {
    @Test(arguments: Transport.allCases)
    func workerRunDetail(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            let request = SimulatedRequest(
                path: "/api/v2/worker-runs/\(SeededRuns.finished)",
                headers: ["Authorization": "Bearer \(simulator.apiKey)"]
            )
            let response = try await transport.send(request, to: simulator)
            #expect(response.status == 200)
            #expect(response.headers["content-type"] == "application/json; charset=utf-8")
            #expect(
                response.text == """
                    {"code":0,"message":"success","request_id":"req-1","data":{"duration":120,"finished_at":1787197922,\
                    "origin":"api_v2","results":250,"scraper_slug":"01KPD6M5YQADCQKGVKPDZVYC63",\
                    "scraper_title":"Google Maps Scraper","slug":"01KKDXV2G26BT7NH4ZQR2R4NPZ","started_at":1787197802,\
                    "status":"succeeded","traffic":1640413,"usage":"0.2925","version":"v1.2.6"}}
                    """
            )
        }
    }

    @Test(arguments: Transport.allCases)
    func workerRuns(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            await simulator.clock.advance(by: .seconds(10))
            let answer = try await simulator.get(
                "/api/v2/worker-runs?offset=0&limit=20&worker_id=\(SeededWorkers.news)&status=running",
                over: transport
            )
            #expect(answer["code"]?.integer == 0)
            #expect(answer["data"]?.names == ["count", "list"])
            #expect(answer["data"]?["count"]?.integer == 1)
            #expect(answer.list.map { $0["slug"]?.string } == [SeededRuns.moving])
        }
    }

    @Test(arguments: Transport.allCases)
    func v1RunDetail(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            await simulator.clock.advance(by: .seconds(8))
            let request = SimulatedRequest(
                method: "POST",
                path: "/api/v1/run/detail",
                headers: ["api-key": simulator.apiKey, "Content-Type": "application/json"],
                body: Array(#"{ "run_slug": "\#(SeededRuns.moving)"}"#.utf8)
            )
            let response = try await transport.send(request, to: simulator)
            #expect(response.status == 200)
            #expect(
                response.text == """
                    {"code":0,"message":"success","data":{"status":2,"err_msg":"","slug":"01KSFDS8XWTJME33C08XMCR6B9",\
                    "scraper_title":"News Collection 20260305","scraper_slug":"01KPD6M5YVHWCNQCRK32BD02TP","results":4,\
                    "usage":"0","started_at":1787198405,"finished_at":0,"duration":3,"origin":"api","traffic":2310,\
                    "version":"v1.0.5"}}
                    """
            )
        }
    }

    @Test(arguments: Transport.allCases)
    func workerLastRun(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            for worker in [SeededWorkers.maps, "coreclaw~google-maps-scraper"] {
                let answer = try await simulator.get("/api/v2/workers/\(worker)/runs/last", over: transport)
                #expect(answer["data"]?["slug"]?.string == SeededRuns.finished)
            }
        }
    }

    @Test(arguments: Transport.allCases)
    func workerRunResults(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.get(
                "/api/v2/worker-runs/\(SeededRuns.finished)/result?offset=0&limit=20",
                over: transport
            )
            #expect(answer["data"]?.names.sorted() == ["count", "headers", "list", "page_index", "page_size"])
            #expect(answer["data"]?["count"]?.integer == 250)
            #expect(answer["data"]?["page_index"]?.integer == 1)
            #expect(answer["data"]?["page_size"]?.integer == 20)
            #expect(answer.list.count == 20)
            #expect(answer.list[1]["title"]?.string == "Joe's \"Best\" Coffee ☕️ #2")
            #expect(answer.list[1]["place_number"]?.integer == 9_007_199_254_740_994)
        }
    }
}
