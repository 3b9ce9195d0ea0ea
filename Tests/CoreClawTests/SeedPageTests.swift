import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// Each page of the service's own documentation that the project began from: its endpoint is called with every parameter of the page, and
/// the page's example is read.
struct SeedPageTests {
    @Test("Q52: the page of getWorkerRunDetail")
    func getWorkerRunDetail() async throws {
        try await withSimulator { simulator, coreclaw in
            let run = try await coreclaw.runs.get(RunID(SeededRuns.finished))
            #expect(run.id.rawValue == SeededRuns.finished)
            let request = try #require(await simulator.requests.last)
            #expect(request.method == "GET")
            #expect(request.path == "/api/v2/worker-runs/\(SeededRuns.finished)")
        }
        let run = try Run(json: SeedExamples.run)
        #expect(run.status == .running)
        #expect(run.cost == 1)
        #expect(run.errorMessage == nil)
        #expect(run.finishedAt == Date(timeIntervalSince1970: 1_782_091_210))
        #expect(run.origin == .openAPI)
    }

    @Test("Q52: the page of listWorkerRuns")
    func listWorkerRuns() async throws {
        try await withSimulator { simulator, coreclaw in
            let failed = coreclaw.runs.list(workerID: "coreclaw/google-maps-scraper", status: .failed, pageSize: 20)
            let page = try await failed.page(1)
            #expect(page.runs.contains { $0.id.rawValue == SeededRuns.failed })
            let request = ListWorkerRuns(workerID: "coreclaw/google-maps-scraper", status: .failed, page: 0, pageSize: 20)
            _ = try await coreclaw.send(request)
            let received = try #require(await simulator.requests.last)
            #expect(
                received.query.map(\.description) == [
                    "worker_id=coreclaw~google-maps-scraper", "status=failed", "offset=0", "limit=20",
                ]
            )
        }
        let page = try RunPage(json: #"{"count":1,"list":[\#(SeedExamples.run)],"page_index":1,"page_size":20}"#)
        #expect(page.runs.map(\.id) == ["01KKDXV2G26BT7NH4ZQR2R4NPZ"])
        #expect(page.pageIndex == 1)
        #expect(page.pageSize == 20)
    }

    @available(*, deprecated)
    @Test("Q52: the page of runDetail")
    func runDetail() async throws {
        try await withSimulator { simulator, coreclaw in
            let run = try await coreclaw.v1.runDetail(id: RunID(SeededRuns.finished))
            #expect(run.status == .succeeded)
            let request = try #require(await simulator.requests.last)
            #expect(request.method == "POST")
            #expect(request.path == "/api/v1/run/detail")
        }
        let run = try V1Run(json: SeedExamples.v1Run)
        #expect(run.status == .running)
        #expect(run.errorMessage == nil)
        #expect(run.cost == Decimal(string: "0.0217"))
        #expect(run.startedAt == Date(timeIntervalSince1970: 1_773_383_784))
        #expect(run.finishedAt == nil)
        #expect(run.workerTitle == "News Collection 20260305")
    }

    @Test("Q52: the page of getWorkerLastRun")
    func getWorkerLastRun() async throws {
        try await withSimulator { simulator, coreclaw in
            let run = try await coreclaw.workers.lastRun.get("coreclaw/google-maps-scraper")
            #expect(run.workerTitle == "Google Maps Scraper")
            #expect(await simulator.requests.last?.path == "/api/v2/workers/coreclaw~google-maps-scraper/runs/last")
        }
    }

    @Test("Q52: the page of listWorkerRunResults")
    func listWorkerRunResults() async throws {
        try await withSimulator { simulator, coreclaw in
            let page = try await coreclaw.runs.results(RunID(SeededRuns.finished), pageSize: 20).page(2)
            #expect(page.rows.count == 20)
            #expect(page.count == 250)
            let request = try #require(await simulator.requests.last)
            #expect(request.query.map(\.description) == ["offset=2", "limit=20"])
        }
        let page = try ResultPage(json: SeedExamples.resultPage)
        #expect(page.headers.map(\.label) == ["Title"])
        #expect(page.rows.first?["title"] == "Example result")
    }
}

/// The examples that stand on those pages.
enum SeedExamples {
    static let run = """
        {"duration":10,"err_msg":"","finished_at":1782091210,"origin":"openapi","results":1,"scraper_slug":"demo-worker",\
        "scraper_title":"Demo Worker","slug":"01KKDXV2G26BT7NH4ZQR2R4NPZ","started_at":1782091200,"status":"running","traffic":0,\
        "usage":"1.00","version":"latest"}
        """
    static let v1Run = """
        {"status":2,"err_msg":"","slug":"01KSFDS8XWTJME33C08XMCR6B9","scraper_title":"News Collection 20260305",\
        "scraper_slug":"01KPD6M5YVHWCNQCRK32BD02TP","results":4,"usage":"0.0217","started_at":1773383784,"finished_at":0,"duration":0,\
        "origin":"api","traffic":0,"version":"v1.0.5"}
        """
    static let resultPage = """
        {"count":1,"headers":[{"key":"title","label":"Title"}],"list":[{"title":"Example result"}],"page_index":1,"page_size":20}
        """
}
