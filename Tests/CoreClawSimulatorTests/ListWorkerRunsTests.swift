import Testing

@testable import CoreClawSimulator

struct ListWorkerRunsTests {
    @Test func newestComeFirstAndEveryRunOnce() async throws {
        try await Simulator.with(.still) { simulator in
            var slugs: [String] = []
            for page in 1...4 {
                slugs += try await simulator.get("/api/v2/worker-runs?offset=\(page)").list.compactMap { $0["slug"]?.string }
            }
            let named = [
                SeededRuns.moving, SeededRuns.finished, SeededRuns.failed, SeededRuns.errorRows, SeededRuns.aborting,
            ]
            #expect(slugs == named + (0..<SeededRuns.otherCount).map(SeededRuns.other))
            let past = try await simulator.get("/api/v2/worker-runs?offset=5")
            #expect(past["data"] == ["count": 65, "list": .array([])])
        }
    }

    @Test(arguments: [
        SeededWorkers.maps, "coreclaw~google-maps-scraper", "coreclaw/google-maps-scraper", "coreclaw%2Fgoogle-maps-scraper",
    ])
    func aWorkerIsFoundUnderEachName(_ worker: String) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.get("/api/v2/worker-runs?worker_id=\(worker)")
            #expect(answer["data"]?["count"]?.integer == 22)
            #expect(answer.list.allSatisfy { $0["scraper_slug"]?.string == SeededWorkers.maps })
        }
    }

    @Test(arguments: [("ready", 1), ("running", 0), ("succeeded", 53), ("failed", 10), ("aborting", 1)])
    func aStatusIsCountedAsOfNow(_ status: String, _ count: Int64) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.get("/api/v2/worker-runs?status=\(status)")
            #expect(answer["data"]?["count"]?.integer == count)
            #expect(answer.list.allSatisfy { $0["status"]?.string == status })
        }
    }

    @Test func onlyFailedRunsSayWhy() async throws {
        try await Simulator.with(.still) { simulator in
            let runs = try await simulator.get("/api/v2/worker-runs?limit=100").list
            #expect(runs.allSatisfy { ($0["err_msg"] != nil) == ($0["status"] == "failed") })
            let detail = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.failed)")
            #expect(detail["data"]?["status"] == "failed")
            #expect(detail["data"]?["err_msg"] == nil)
        }
    }

    @Test func theOlderShapeHasEveryMember() async throws {
        var options = SimulatorOptions.older
        options.clock = .manual()
        try await Simulator.with(options) { simulator in
            let answer = try await simulator.get("/api/v2/worker-runs?offset=20&limit=20")
            #expect(answer["data"]?.names.sorted() == ["count", "list", "page_index", "page_size"])
            #expect(answer["data"]?["page_index"] == 2)
            #expect(answer.list.allSatisfy { $0["err_msg"] != nil })
            let fine = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.finished)")
            #expect(fine["data"]?["err_msg"] == "")
            let failed = try await simulator.get("/api/v2/workers/\(SeededWorkers.maps)/runs/last")
            #expect(failed["data"]?["err_msg"] == "")
        }
    }

    @Test func aPeriodCutsTheList() async throws {
        try await Simulator.with(.still) { simulator in
            // From one day before the clock's first moment to the end of its day at UTC+8.
            let answer = try await simulator.get("/api/v2/worker-runs?limit=100&start_time=1787112000&end_time=1787155200")
            #expect(answer["data"]?["count"]?.integer == 29)
        }
    }

    @Test(arguments: ["start_time=1787112000", "end_time=1787112000", "start_time=1785470400&end_time=1787112000"])
    func aPeriodAcrossMonthsIsRefused(_ query: String) async throws {
        try await Simulator.with(.still) { simulator in
            let response = await simulator.answer("/api/v2/worker-runs?\(query)")
            #expect(response.status == 400)
            #expect(
                response.text == #"{"code":11000,"message":"run list time range cannot cross months","request_id":"req-1"}"#
            )
        }
    }
}
