import Testing

@testable import CoreClawSimulator

/// The forms of answers that are not the usual ones.
struct SimulatorOptionsTests {
    private static func data(_ options: SimulatorOptions, _ method: String, _ path: String, _ body: JSON? = nil) async throws
        -> JSON?
    {
        try await Simulator.with(options) { try await $0.ask(method, path, body).data }
    }

    @Test func anUpdateMayAnswerNothing() async throws {
        let options = SimulatorOptions(clock: .manual(), updateData: .absent)
        for (path, body) in [("", ["title": "T"]), ("/input", ["input": 1])] as [(String, JSON)] {
            #expect(try await Self.data(options, "PUT", "/api/v2/worker-tasks/demo-task\(path)", body) == nil)
        }
    }

    @Test(arguments: [
        "/api/v2/worker-tasks?keyword=zzz", "/api/v2/run-queue/items?offset=9", "/api/v2/worker-runs?offset=9",
        "/api/v2/worker-runs/\(SeededRuns.moving)/result", "/api/v2/store?keyword=zzz",
    ])
    func anEmptyListMayBeNull(_ path: String) async throws {
        let data = try await Self.data(SimulatorOptions(clock: .manual(), emptyLists: .null), "GET", path)
        #expect((data?["list"] ?? data?["scraper"]) == .null)
        let usual = try await Self.data(.still, "GET", path)
        #expect((usual?["list"] ?? usual?["scraper"]) == [])
    }

    @Test func pathsMayHaveATilde() async throws {
        let options = SimulatorOptions(clock: .manual(), workerPath: .tilde)
        let task = try await Self.data(options, "GET", "/api/v2/worker-tasks/demo-task")
        #expect(task?["worker_path"] == "owner~demo-worker")
        let store = try await Self.data(options, "GET", "/api/v2/store?keyword=demo")
        #expect(store?["scraper"]?.elements.first?["path"] == "owner~demo-worker")
    }

    @Test func tasksMayHaveFewMembers() async throws {
        let options = SimulatorOptions(clock: .manual(), taskMembers: .few)
        let list = try await Self.data(options, "GET", "/api/v2/worker-tasks")?["list"]?.elements ?? []
        #expect(list.allSatisfy { $0.names.count == 5 && $0["id"] != nil })
        let detail = try await Self.data(options, "GET", "/api/v2/worker-tasks/demo-task")
        #expect(
            detail?.names == [
                "description", "id", "schedule_enabled", "schedule_time", "schedule_type", "slug", "title", "version",
                "worker_path",
                "worker_slug",
            ]
        )
    }

    @Test func theAccountMayHaveTraffic() async throws {
        let options = SimulatorOptions(clock: .manual(), balance: 10, accountMembers: .withTraffic)
        let data = try await Self.data(options, "GET", "/api/v2/users/account")
        #expect(data?.names == ["balance", "balance_expiration_at", "traffic", "traffic_expiration_at"])
        #expect(data?["balance"] == "10.00")
    }

    @Test func aWaitedStartMayAnswerTheIdentifierAlone() async throws {
        let options = SimulatorOptions(clock: .skippingWaits(), waitedAnswers: .identifierOnly)
        for path in ["/api/v2/worker-tasks/demo-task/runs", "/api/v2/worker-runs/last/rerun"] {
            #expect(try await Self.data(options, "POST", path, ["is_async": false])?.names == ["run_slug"])
        }
    }

    @Test(
        arguments: [
            ("/api/v2/workers/nobody", 50001), ("/api/v2/worker-tasks/nothing", 60001), ("/api/v2/worker-runs/nothing", 70001),
        ] as [(String, Int64)]
    )
    func whatDoesNotExistMayHaveACodeOfItsKind(_ path: String, _ code: Int64) async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), notFound: .bySubject)) { simulator in
            let answer = try await simulator.ask("GET", path)
            #expect(answer.status == 404)
            #expect(answer.code == code)
        }
    }

    @Test func aRefusalMayHaveNullForDetails() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), errorDetails: .null)) { simulator in
            let refusal = try await simulator.ask("GET", "/api/v2/workers/nobody").json
            #expect(refusal.names.contains("details"))
            #expect(refusal["details"] == .null)
            #expect(try await simulator.ask("GET", "/api/v2/worker-runs?limit=0").json["details"]?.elements.count == 1)
            #expect(try await simulator.ask("GET", "/api/v2/worker-runs").json["details"] == nil)
            let v1 = try await simulator.ask("GET", "/api/v1/scraper?slug=nobody").json
            #expect(v1["details"] == nil)
        }
    }

    @Test func answersMayLackTheRequestID() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), requestID: .absent)) { simulator in
            let (answer, refusal) = try await (simulator.get("/api/v2/worker-runs"), simulator.get("/api/v2/nothing"))
            #expect(answer.names == ["code", "data", "message"])
            #expect(refusal.names == ["code", "message"])
        }
    }

    @Test func rowsMayHaveTheOldIdentifier() async throws {
        let path = "/api/v2/worker-runs/\(SeededRuns.finished)/result?limit=1"
        let old = try await Self.data(SimulatorOptions(clock: .manual(), rowIdentifier: .cafe), "GET", path)?["list"]?.elements
            .first
        let usual = try await Self.data(.still, "GET", path)?["list"]?.elements.first
        #expect(old?["__cafe_data_id__"] == usual?["__coreclaw_data_id__"])
        #expect(old?["__cafe_data_id__"] != nil)
        #expect(old?["__coreclaw_data_id__"] == nil)
    }

    @Test func theOlderShapeHasItAll() async throws {
        var options = SimulatorOptions.older
        options.clock = .manual()
        try await Simulator.with(options) { simulator in
            let run = try await simulator.ask("GET", "/api/v2/worker-runs/\(SeededRuns.finished)").data
            #expect(run?["origin"] == "openapi")
            #expect(run?["err_msg"] == "")
            let queue = try await simulator.ask("GET", "/api/v2/run-queue/items?offset=0").data
            #expect(queue?.names == ["count", "list", "page_index", "page_size"])
            _ = try await simulator.ask("POST", "/api/v2/worker-runs/last/abort")
            await simulator.clock.advance(by: .seconds(60))
            #expect(try await simulator.status(of: SeededRuns.moving) == "aborting")
        }
    }

    @Test func anEmptySeedIsEmpty() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), seed: .empty)) { simulator in
            for path in ["/api/v2/worker-runs", "/api/v2/worker-tasks", "/api/v2/run-queue/items"] {
                #expect(try await simulator.ask("GET", path).data?["count"] == 0)
            }
            let store = try await simulator.ask("GET", "/api/v2/store").data
            #expect(store?["scraper"] == [])
        }
    }

    @Test(arguments: [
        SimulatorOptions(balance: .nan), SimulatorOptions(planLimit: -1),
        SimulatorOptions(workers: [SimulatedWorker("no-owner", json: "[]")]),
    ])
    func whatCannotWorkIsRefused(_ options: SimulatorOptions) async throws {
        await #expect(throws: SimulatorError.self) { try await Simulator.start(options) }
    }
}
