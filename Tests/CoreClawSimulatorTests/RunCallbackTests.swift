import Testing

@testable import CoreClawSimulator

struct RunCallbackTests {
    private static func start(_ simulator: Simulator, _ url: String, _ custom: JSON = ["keywords": ["a"]]) async throws -> String
    {
        let body: JSON = ["input": .nested(custom), "callback_url": .string(url)]
        let answer = try await simulator.ask("POST", "/api/v2/workers/\(SeededWorkers.maps)/runs", body)
        return try #require(answer.data?["run_slug"]?.string)
    }

    private static func bodies(_ receiver: CallbackReceiver) async throws -> [JSON] {
        try await receiver.requests.map { try JSON(parsing: $0.body) }
    }

    @Test func everyChangeIsTold() async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Simulator.with(.still) { simulator in
                let id = try await Self.start(simulator, "\(url)/hook?secret=1")
                await simulator.clock.advance(by: .seconds(1))
                await simulator.callbacksDelivered()
                #expect(await receiver.requests.isEmpty)
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                let bodies = try await Self.bodies(receiver)
                #expect(bodies.map { $0["run_status"] } == ["running", "succeeded"])
                #expect(
                    bodies.last == [
                        "error_message": "", "execution_end_timestamp": 1_787_198_407, "execution_start_timestamp": 1_787_198_402,
                        "result_count": 4, "result_message": "done", "run_slug": .string(id), "run_status": "succeeded",
                        "running_duration": 5,
                    ]
                )
                #expect(await receiver.requests.first?.queryValue("secret") == "1")
                #expect(await simulator.callbacks.map(\.isAccepted) == [true, true])
            }
        }
    }

    @Test func anAbortIsToldAtOnce() async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Simulator.with(.still) { simulator in
                let id = try await Self.start(simulator, url)
                await simulator.clock.advance(by: .seconds(3))
                _ = try await simulator.ask("POST", "/api/v2/worker-runs/\(id)/abort")
                await simulator.callbacksDelivered()
                #expect(try await Self.bodies(receiver).map { $0["run_status"] } == ["running", "aborting"])
                await simulator.clock.advance(by: .seconds(5))
                await simulator.callbacksDelivered()
                #expect(try await Self.bodies(receiver).last?["run_status"] == "aborted")
            }
        }
    }

    @Test func aRunningClockNeedsNoRequest() async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Simulator.with(SimulatorOptions(clock: SimulatedClock(speed: 50))) { simulator in
                _ = try await Self.start(simulator, url, [:])
                await receiver.received(2)
                #expect(try await Self.bodies(receiver).last?["error_message"] == "Keywords is required")
            }
        }
    }

    @Test func v1HasItsOwnWords() async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Simulator.with(.still) { simulator in
                let body: JSON = ["run_slug": .string(SeededRuns.finished), "callback_url": .string(url)]
                let id = try await simulator.ask("POST", "/api/v1/rerun", body).data?["run_slug"]
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                let bodies = try await Self.bodies(receiver)
                #expect(bodies.map { $0["status"] } == [2, 3])
                #expect(bodies.last == ["results": 250, "run_slug": id ?? .null, "status": 3, "usage": "0.13"])
            }
        }
    }

    @Test(arguments: [
        "/api/v2/worker-tasks/demo-task/runs", "/api/v2/worker-runs/last/rerun", "/api/v2/workers/demo-worker/runs/last/rerun",
        "/api/v2/worker-runs/\(SeededRuns.failed)/rerun",
    ])
    func otherStartsTellToo(_ path: String) async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Simulator.with(.still) { simulator in
                let answer = try await simulator.ask("POST", path, ["callback_url": .string(url)])
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                #expect(
                    try await Self.bodies(receiver).map { $0["run_slug"] } == Array(repeating: answer.data?["run_slug"], count: 2)
                )
            }
        }
    }

    @Test(
        arguments: [
            (nil, [], true), ("http://localhost:3000", [], true),
            ("https://docs.example.com", ["https://docs.example.com"], true),
            ("https://docs.example.com", [], false), ("null", [], false),
        ] as [(String?, [String], Bool)]
    )
    func pagesOfOtherOriginsAreNotAnswered(_ origin: String?, _ allowed: [String], _ isSent: Bool) async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Simulator.with(SimulatorOptions(allowedOrigins: allowed, clock: .manual())) { simulator in
                var headers = ["Authorization": "Bearer \(simulator.apiKey)"]
                headers["Origin"] = origin
                let answer = await simulator.respond(
                    to: SimulatedRequest(
                        method: "POST",
                        path: "/api/v2/worker-runs/last/rerun",
                        headers: headers,
                        body: (["callback_url": .string(url)] as JSON).bytes
                    )
                )
                #expect(answer.status == 200)
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                #expect(await receiver.requests.count == (isSent ? 2 : 0))
                #expect(await simulator.callbacks.map(\.tries) == (isSent ? [1, 1] : [0, 0]))
                if !isSent {
                    let reason = "a page of another origin started the run"
                    #expect(await simulator.callbacks.first?.outcome == .failed(reason: reason))
                }
            }
        }
    }

    @Test func anActivatedItemTells() async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Simulator.with(.still) { simulator in
                let body: JSON = ["input": .nested(["keyword": "a"]), "callback_url": .string(url)]
                let item = try await simulator.ask("POST", "/api/v2/workers/demo-worker/queued-runs", body)
                let refs: JSON = ["queue_refs": [item.data?["queue_ref"] ?? .null]]
                _ = try await simulator.ask("POST", "/api/v2/run-queue/items/activate", refs)
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                #expect(await receiver.requests.count == 2)
            }
        }
    }
}
