import Testing

@testable import CoreClawSimulator

/// Each operation once, with the members that its answer must have.
struct EveryOperationTests {
    struct Example: CustomTestStringConvertible {
        let operation: String
        let path: String
        var body: JSON?
        /// The members of `data`; nil when there is no `data`.
        let members: [String]?

        init(_ operation: String, _ path: String, sending body: JSON? = nil, _ members: [String]?) {
            (self.operation, self.path, self.body, self.members) = (operation, path, body, members)
        }

        var testDescription: String { operation }
    }

    private static let run = [
        "duration", "finished_at", "origin", "results", "scraper_slug", "scraper_title", "slug", "started_at", "status",
        "traffic",
        "usage", "version",
    ]
    private static let log = ["all_logs_url", "list", "result_count"]
    private static let rows = ["count", "headers", "list", "page_index", "page_size"]
    private static let coffee: JSON = .nested(["keywords": ["coffee"], "max_results": 1])

    static let v2: [Example] = [
        Example("listProxyRegions", "/api/v2/proxy/region?language=de", ["list"]),
        Example("listStore", "/api/v2/store?keyword=google%20maps&offset=1", ["scraper"]),
        Example("getAccount", "/api/v2/users/account", ["balance", "balance_expiration_at"]),
        Example("listWorkers", "/api/v2/workers?keyword=demo", ["scraper"]),
        Example("getWorker", "/api/v2/workers/owner~demo-worker", ["name", "parameters", "readme", "username", "version"]),
        Example("getWorkerInputSchema", "/api/v2/workers/demo-worker/input-schema", ["input_schema"]),
        Example("runWorker", "/api/v2/workers/\(SeededWorkers.maps)/runs", sending: ["input": coffee], ["run_slug"]),
        Example("listWorkerTasks", "/api/v2/worker-tasks?keyword=maps", ["count", "list", "page_index", "page_size"]),
        Example(
            "createWorkerTask",
            "/api/v2/worker-tasks",
            sending: ["worker_id": "demo-worker", "title": "T", "input": 7],
            ["slug"]
        ),
        Example(
            "getWorkerTask",
            "/api/v2/worker-tasks/\(SeededTasks.profiles)",
            [
                "id", "slug", "worker_id", "worker_title", "worker_slug", "worker_path", "version", "platform_actors_id", "title",
                "input", "run_times", "last_run_id", "last_modified_at", "schedule_enabled", "schedule_type", "created_at",
                "updated_at",
            ]
        ),
        Example("updateWorkerTask", "/api/v2/worker-tasks/demo-task", sending: ["title": "New"], []),
        Example("deleteWorkerTask", "/api/v2/worker-tasks/demo-task", nil),
        Example("getWorkerTaskInput", "/api/v2/worker-tasks/demo-task/input", ["input", "version"]),
        Example("updateWorkerTaskInput", "/api/v2/worker-tasks/demo-task/input", sending: ["input": coffee], []),
        Example("runWorkerTask", "/api/v2/worker-tasks/demo-task/runs", sending: [:], ["run_slug"]),
        Example("listWorkerRuns", "/api/v2/worker-runs", ["count", "list"]),
        Example("getWorkerRun", "/api/v2/worker-runs/\(SeededRuns.failed)", run),
        Example("abortWorkerRun", "/api/v2/worker-runs/\(SeededRuns.moving)/abort", nil),
        Example("getWorkerRunLog", "/api/v2/worker-runs/\(SeededRuns.failed)/log", log),
        Example("listWorkerRunResults", "/api/v2/worker-runs/\(SeededRuns.errorRows)/result", rows),
        Example("exportWorkerRunResults", "/api/v2/worker-runs/\(SeededRuns.finished)/result/export", ["download_url"]),
        Example("rerunWorkerRun", "/api/v2/worker-runs/\(SeededRuns.failed)/rerun", sending: [:], ["run_slug"]),
        Example("getLastWorkerRun", "/api/v2/worker-runs/last", run),
        Example("abortLastWorkerRun", "/api/v2/worker-runs/last/abort", nil),
        Example("getLastWorkerRunLog", "/api/v2/worker-runs/last/log", log),
        Example("listLastWorkerRunResults", "/api/v2/worker-runs/last/result", rows),
        Example("exportLastWorkerRunResults", "/api/v2/worker-runs/last/export?format=XLSX", ["download_url"]),
        Example("rerunLastWorkerRun", "/api/v2/worker-runs/last/rerun", sending: [:], ["run_slug"]),
        Example("getWorkerLastRun", "/api/v2/workers/demo-worker/runs/last", run),
        Example("abortWorkerLastRun", "/api/v2/workers/coreclaw~news-collection/runs/last/abort", nil),
        Example("getWorkerLastRunLog", "/api/v2/workers/demo-worker/runs/last/log", log),
        Example("listWorkerLastRunResults", "/api/v2/workers/demo-worker/runs/last/result", rows),
        Example(
            "exportWorkerLastRunResults",
            "/api/v2/workers/demo-worker/runs/last/export?filter_keys=error,status",
            ["download_url"]
        ),
        Example("rerunWorkerLastRun", "/api/v2/workers/demo-worker/runs/last/rerun", sending: [:], ["run_slug"]),
        Example(
            "queuedRunWorker",
            "/api/v2/workers/demo-worker/queued-runs",
            sending: ["input": coffee],
            ["queue_ref", "queue_status", "queued"]
        ),
        Example("listRunQueueItems", "/api/v2/run-queue/items?status=waiting", ["count", "list"]),
        Example("activateRunQueueItems", "/api/v2/run-queue/items/activate", sending: ["queue_refs": ["123456"]], ["results"]),
        Example("releaseRunQueueItems", "/api/v2/run-queue/items/release", sending: ["queue_refs": ["123456"]], ["results"]),
        Example("releaseRunQueueItem", "/api/v2/run-queue/items/123456/release", sending: [:], ["results"]),
    ]

    private static let v1Run = [
        "status", "err_msg", "slug", "scraper_title", "scraper_slug", "results", "usage", "started_at", "finished_at", "duration",
        "origin", "traffic", "version",
    ]
    private static let finished: JSON = ["run_slug": .string(SeededRuns.finished)]

    static let v1: [Example] = [
        Example(
            "v1ScraperRun",
            "/api/v1/scraper/run",
            sending: ["scraper_slug": "coreclaw/google-maps-scraper", "is_async": true, "input": .v1Input(["url": ["x"]])],
            ["run_slug"]
        ),
        Example("v1ScraperAbort", "/api/v1/scraper/abort", sending: ["run_slug": .string(SeededRuns.moving)], nil),
        Example("v1RunList", "/api/v1/run/list", sending: ["page_index": 1, "page_size": 20], ["count", "list"]),
        Example("v1RunDetail", "/api/v1/run/detail", sending: finished, v1Run),
        Example("v1RunResultList", "/api/v1/run/result/list", sending: finished, rows),
        Example("v1RunLastLog", "/api/v1/run/last/log", sending: finished, log),
        Example(
            "v1RunResultExport",
            "/api/v1/run/result/export",
            sending: ["run_slug": .string(SeededRuns.finished), "filter_keys": [], "format": "json"],
            ["download_url"]
        ),
        Example(
            "v1Rerun",
            "/api/v1/rerun",
            sending: ["run_slug": .string(SeededRuns.finished), "callback_url": "nowhere"],
            ["run_slug"]
        ),
        Example("v1TaskRun", "/api/v1/task/run", sending: ["task_slug": "demo-task", "callback_url": "nowhere"], ["run_slug"]),
        Example("v1AccountInfo", "/api/v1/account/info", ["balance", "traffic", "traffic_expiration_at"]),
        Example("v1ScraperDetail", "/api/scraper?slug=coreclaw/google-maps-scraper", ["parameters", "readme", "version"]),
        Example("v1StoreSearch", "/api/store?search=NEWS", ["scraper"]),
        Example("v1ProxyRegion", "/api/proxy/region", ["list"]),
    ]

    @Test func noneIsLeftOut() {
        #expect(Set((Self.v2 + Self.v1).map(\.operation)) == Set(Route.all.map(\.operationID)))
        #expect(Self.v2.count == 39)
        #expect(Self.v1.count == 13)
        #expect(Set(OperationHandler.all.map(\.operationID)) == Set(Route.all.map(\.operationID)))
    }

    @Test(arguments: v2 + v1)
    func succeeds(_ example: Example) async throws {
        let route = try #require(Route.all.first { $0.operationID == example.operation })
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask(route.method, example.path, example.body)
            #expect(await simulator.requests.first?.operation == example.operation)
            #expect(answer.status == 200)
            #expect(answer.code == 0, "\(answer.json.text)")
            #expect(answer.json["message"] == "success")
            let data = answer.data
            #expect((data.map(\.names) ?? []).sorted() == (example.members ?? []).sorted())
            switch route.version {
            case .v1: #expect((data == .null) == (example.members == nil))
            case .v2:
                #expect((data == nil) == (example.members == nil))
                #expect(answer.json["request_id"] == "req-1")
            }
        }
    }

    @Test(arguments: ["runWorker", "deleteWorkerTask", "listRunQueueItems", "v1StoreSearch", "v1ScraperRun"])
    func succeedsOverTheSocket(_ operation: String) async throws {
        let example = try #require((Self.v2 + Self.v1).first { $0.operation == operation })
        let route = try #require(Route.all.first { $0.operationID == operation })
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask(route.method, example.path, example.body, over: .socket)
            #expect(answer.code == 0, "\(answer.json.text)")
        }
    }
}
