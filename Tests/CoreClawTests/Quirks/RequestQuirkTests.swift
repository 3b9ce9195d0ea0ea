import CoreClaw
import CoreClawSimulator
import Foundation
import HTTPTypes
import Testing

/// What requests look like, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct RequestQuirkTests {
    private static let callback = URL(string: "https://example.com/callbacks")

    @Test("Q21: both spellings of a Worker are one value, sent with a tilde", arguments: ["coreclaw/maps", "coreclaw~maps"])
    func workerPath(spelling: String) async throws {
        #expect(WorkerID(spelling) == "coreclaw~maps")
        let service = ScriptedService(.data(#"{"count":0}"#))
        _ = try await service.client.workers.inputSchema(WorkerID(spelling))
        _ = try await service.client.runs.list(workerID: WorkerID(spelling)).page(1)
        #expect(
            await service.received.map(\.request.path) == [
                "/api/v2/workers/coreclaw~maps/input-schema", "/api/v2/worker-runs?worker_id=coreclaw~maps",
            ]
        )
    }

    @Test("Q21: paths in answers are read in either form", arguments: [WorkerPathRule.slash, .tilde])
    func workerPathInAnswers(rule: WorkerPathRule) async throws {
        var options = SimulatorOptions()
        options.workerPath = rule
        try await withSimulator(options) { _, coreclaw in
            let found = try #require(try await coreclaw.store.list(keyword: "google maps").first())
            #expect(found.path == "coreclaw~google-maps-scraper")
            #expect(try await coreclaw.workers.get(#require(found.path)).name == "google-maps-scraper")
        }
    }

    @Test("Q57: any text is an id, and what needs it is encoded")
    func encodedIDs() async throws {
        let service = ScriptedService(.data(#"{"slug":"t"}"#))
        for id in ["demo-task", "a/b", "täglich 50%", "a?b#c&d=e+f", "~._-", "%2F"] {
            _ = try await service.client.tasks.get(TaskID(id))
        }
        #expect(
            await service.received.map { $0.request.path?.replacing("/api/v2/worker-tasks/", with: "") } == [
                "demo-task", "a%2Fb", "t%C3%A4glich%2050%25", "a%3Fb%23c%26d%3De%2Bf", "~._-", "%252F",
            ]
        )
    }

    @available(*, deprecated)
    @Test("Q28: bodies hold what is documented and nothing else")
    func bodies() throws {
        let id: RunID = "r"
        let url = try #require(Self.callback)
        let system = V1System(
            cpus: 0.5,
            memory: .mb512,
            timeLimit: 600,
            maximumCharge: 1,
            maximumTraffic: 0,
            proxyRegion: "US"
        )
        let bodies: [(any JSONComposite, keys: [String])] = [
            (
                RunRequest(input: .raw([:]), version: "v1", callbackURL: url, isAsync: true, pageSize: 1, page: 1),
                ["input", "version", "callback_url", "is_async", "limit", "offset"]
            ),
            (
                RerunRequest(callbackURL: url, isAsync: true, pageSize: 1, page: 1),
                ["callback_url", "is_async", "limit", "offset"]
            ),
            (
                NewTask(
                    workerID: "w",
                    title: "T",
                    input: .raw([:]),
                    description: "D",
                    version: "v1",
                    isScheduleEnabled: true,
                    scheduleType: .daily,
                    scheduleTime: "09:00",
                    scheduleWeekday: 1,
                    scheduleDay: 1,
                    scheduleDate: "2026-12-31"
                ),
                [
                    "worker_id", "title", "input", "description", "version", "schedule_enabled", "schedule_type",
                    "schedule_time", "schedule_weekday", "schedule_day", "schedule_once_date",
                ]
            ),
            (UpdateWorkerTaskInputBody(input: .raw([:]), version: "v1"), ["input", "version"]),
            (ActivateRunQueueItemsBody(ids: ["1"]), ["queue_refs"]),
            (ReleaseRunQueueItemsBody(ids: ["1"], reason: "R"), ["queue_refs", "reason"]),
            (ReleaseRunQueueItemBody(reason: "R"), ["reason"]),
            (
                V1RunRequest(
                    worker: "w",
                    input: V1Input(parameters: V1InputParameters(system: system, custom: [:])),
                    isAsync: false,
                    version: "v1",
                    callbackURL: url,
                    pageIndex: 1,
                    pageSize: 1
                ),
                ["scraper_slug", "input", "version", "callback_url", "is_async", "page_index", "page_size"]
            ),
            (
                system,
                ["cpus", "memory", "execute_limit_time_seconds", "max_total_charge", "max_total_traffic", "proxy_region"]
            ),
            (V1RunReference(id: id), ["run_slug"]),
            (V1RunResultListBody(id: id, pageIndex: 1, pageSize: 1), ["run_slug", "page_index", "page_size"]),
            (V1RunResultExportBody(id: id, columns: ["a"], format: .csv), ["run_slug", "filter_keys", "format"]),
            (V1RerunBody(id: id, callbackURL: url), ["run_slug", "callback_url"]),
            (V1TaskRunBody(id: "t", callbackURL: url), ["task_slug", "callback_url"]),
        ]
        for (body, keys) in bodies {
            #expect(try Set(JSONObject(json: body.jsonText()).keys) == Set(keys), "\(type(of: body))")
        }
    }

    @Test("Q30: an empty object is sent where there is nothing to say, and nothing by aborts")
    func emptyBodies() async throws {
        try await withSimulator { simulator, coreclaw in
            await simulator.clock.advance(by: .seconds(10))
            _ = try await coreclaw.queue.release(QueueItemID(SeededQueue.waiting))
            _ = try await coreclaw.send(RerunWorkerRun(id: RunID(SeededRuns.finished), body: RerunRequest()))
            _ = try await coreclaw.send(RunWorkerTask(id: TaskID(SeededTasks.maps), body: RerunRequest()))
            let requests = await simulator.requests
            #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == ["{}", "{}", "{}"])
            #expect(requests.map { $0.headers["content-type"] } == Array(repeating: "application/json", count: 3))

            _ = try await coreclaw.workers.run("owner~demo-worker", input: .custom(["keyword": "a"]))
            await simulator.clearRequests()
            try await coreclaw.runs.abort(RunID(SeededRuns.moving))
            try await coreclaw.runs.last.abort()
            try await coreclaw.workers.lastRun.abort(WorkerID(SeededWorkers.maps))
            let aborts = await simulator.requests
            #expect(aborts.count == 3)
            #expect(aborts.allSatisfy { $0.body.isEmpty && $0.headers["content-type"] == nil })
        }
    }

    @Test("Q32: each of the eight formats is taken", arguments: ExportFormat.allCases)
    func exportFormats(format: ExportFormat) async throws {
        #expect(ExportFormat.allCases.count == 8)
        try await withSimulator { simulator, coreclaw in
            let link = try await coreclaw.runs.export(RunID(SeededRuns.finished), format: format, columns: ["title", "address"])
            #expect(link.url.host() != nil)
            #expect(await simulator.requests.last?.queryValue("format") == format.rawValue)
            #expect(await simulator.requests.last?.queryValue("filter_keys") == "title,address")
        }
    }

    @Test("Q32: a column whose name has a comma is refused before anything is sent")
    func columnsWithCommas() async {
        let service = ScriptedService(.data(#"{"download_url":"https://example.com/x.csv"}"#))
        let coreclaw = service.client
        let errors = [
            await #expect(throws: APIError.self) { try await coreclaw.runs.export("r", columns: ["a", "b,c"]) },
            await #expect(throws: APIError.self) { try await coreclaw.runs.last.export(columns: ["b,c"]) },
            await #expect(throws: APIError.self) { try await coreclaw.workers.lastRun.export("w", columns: [","]) },
        ]
        #expect(errors.allSatisfy { $0?.kind == .invalidArgument })
        #expect(await service.received.isEmpty)
    }

    @Test("Q33: a run's id cannot be that of the newest run; it is refused before anything is sent")
    func reservedID() async {
        let service = ScriptedService(.data("{}"))
        let runs = service.client.runs
        let errors = [
            await #expect(throws: APIError.self) { try await runs.get("last") },
            await #expect(throws: APIError.self) { try await runs.abort("last") },
            await #expect(throws: APIError.self) { try await runs.log("last") },
            await #expect(throws: APIError.self) { try await runs.results("last").page(1) },
            await #expect(throws: APIError.self) { try await runs.export("last") },
            await #expect(throws: APIError.self) { try await runs.rerun("last") },
            await #expect(throws: APIError.self) { try await runs.rerunAndWait("last") },
            await #expect(throws: APIError.self) { try await runs.waitUntilFinished("last") },
        ]
        #expect(errors.allSatisfy { $0?.kind == .invalidArgument })
        #expect(await service.received.isEmpty)
    }

    @available(*, deprecated)
    @Test("Q34: operations that need no key are sent none")
    func publicOperations() async throws {
        try await withSimulator { simulator, coreclaw in
            for client in [coreclaw, coreclaw.with { $0.credential = .none }] {
                _ = try await client.store.list().page(1)
                _ = try await client.workers.inputSchema("coreclaw/google-maps-scraper")
                _ = try await client.proxyRegions.list()
                _ = try await client.v1.storeSearch(search: "news")
                _ = try await client.v1.scraperDetail(slug: "coreclaw/google-maps-scraper")
                _ = try await client.v1.proxyRegion()
            }
            let requests = await simulator.requests
            #expect(requests.count == 12)
            #expect(requests.allSatisfy { credentials(of: $0).isEmpty })
        }
    }

    @Test(
        "Q34: a key is sent in one way, as a bearer token unless told otherwise",
        arguments: [
            (nil, ["authorization"]), (.bearer, ["authorization"]), (.apiKey(in: .header, name: "api-key"), ["api-key"]),
            (.apiKey(in: .query, name: "token"), ["token"]),
        ] as [(SecurityScheme?, [String])]
    )
    func oneWay(scheme: SecurityScheme?, places: [String]) async throws {
        try await withSimulator { simulator, coreclaw in
            let client = coreclaw.with { $0.credential = .token(simulator.apiKey, scheme: scheme) }
            _ = try await client.account.get()
            let request = try #require(await simulator.requests.last)
            #expect(credentials(of: request) == places)
        }
    }

    /// Where a request had a credential.
    private func credentials(of request: ReceivedRequest) -> [String] {
        ["authorization", "api-key", "cookie"].filter { request.headers[$0] != nil }
            + ["token", "api-key"].filter { request.queryValue($0) != nil }
    }

    @available(*, deprecated)
    @Test("Q36: pages of the first version are asked for by their present name")
    func pagesOfFirstVersion() async throws {
        let service = ScriptedService(.data(#"{"count":0,"list":[]}"#))
        _ = try await service.client.v1.runList(pageIndex: 2, pageSize: 10)
        _ = try await service.client.v1.runResultList(id: "r", pageIndex: 3)
        #expect(await service.bodies == [#"{"page_index":2,"page_size":10}"#, #"{"run_slug":"r","page_index":3}"#])
    }

    @available(*, deprecated)
    @Test("Q37: the first version is sent what it requires, and may be spared the rest")
    func requiredByFirstVersion() async throws {
        let service = ScriptedService(.data(#"{"run_slug":"r"}"#))
        let system = V1System(cpus: 1, memory: .mb512, timeLimit: 600, maximumCharge: 0, maximumTraffic: 0)
        let input = V1Input(parameters: V1InputParameters(system: system, custom: ["keyword": "coffee"]))
        let url = try #require(Self.callback)
        _ = try await service.client.v1.scraperRun(worker: "demo-worker", input: input)
        _ = try await service.client.v1.rerun(id: "r", callbackURL: url)
        _ = try await service.client.v1.taskRun(id: "t", callbackURL: url)
        let sent = try await service.bodies.map { try JSONObject(json: $0) }
        #expect(Set(sent[0].keys) == ["scraper_slug", "input", "is_async"])
        #expect(sent[0]["is_async"] == true)
        #expect(sent[1] == ["run_slug": "r", "callback_url": "https://example.com/callbacks"])
        #expect(sent[2] == ["task_slug": "t", "callback_url": "https://example.com/callbacks"])
    }
}
