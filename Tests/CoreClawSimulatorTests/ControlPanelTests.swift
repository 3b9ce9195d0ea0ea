import Testing

@testable import CoreClawSimulator

struct ControlPanelTests {
    private static func send(
        _ method: String,
        _ path: String,
        _ body: String = "",
        to simulator: Simulator
    ) async throws -> SimulatedResponse {
        let request = SimulatedRequest(
            method: method,
            path: "/__simulator\(path)",
            headers: method == "POST" ? ["Content-Type": "application/json"] : [:],
            body: Array(body.utf8)
        )
        return try await Transport.socket.send(request, to: simulator)
    }

    private static func json(_ method: String, _ path: String, _ body: String = "", of simulator: Simulator) async throws -> JSON
    {
        try JSON(parsing: try await send(method, path, body, to: simulator).body)
    }

    private static let run = "/api/v2/worker-runs/\(SeededRuns.finished)"

    @Test func itTellsWhatIsSimulated() async throws {
        try await Simulator.with(.still) { simulator in
            let description = try await Self.json("GET", "", of: simulator)
            #expect(description["baseURL"]?.string == simulator.baseURL.absoluteString)
            #expect(description["downloadURL"]?.string == simulator.downloadServer.baseURL)
            #expect(description["clock"] == ["isManual": .bool(true), "now": 1_787_198_400])
            #expect(description["runs"]?["finished"]?.string == SeededRuns.finished)
            #expect(description["workers"]?["maps"]?.string == SeededWorkers.maps)
            #expect(description["tasks"]?["scheduled"]?.string == SeededTasks.scheduled)
            #expect(description["queue"]?["waiting"]?.string == SeededQueue.waiting)
            #expect(simulator.controlURL.absoluteString == simulator.baseURL.absoluteString + "/__simulator")
            guard case .array(let operations) = description["operations"] else {
                Issue.record("no operations")
                return
            }
            #expect(operations.count == Route.all.count)
            #expect(
                operations.contains([
                    "method": "GET", "operation": "getWorkerRun", "path": "/api/v2/worker-runs/{runId}",
                ])
            )
        }
    }

    @Test(arguments: [
        (#"{"operation": "getWorkerRun", "kind": "status", "status": 500}"#, 500, 1),
        (#"{"operation": "getWorkerRun", "kind": "status", "status": 429, "retryAfter": 3, "times": 2}"#, 429, 2),
        (#"{"operation": "getWorkerRun", "kind": "status", "status": 200, "code": 30001, "message": "no"}"#, 200, 1),
    ])
    func aStatusHappensAsAskedFor(_ fault: String, _ status: Int, _ times: Int) async throws {
        try await Simulator.with(.still) { simulator in
            let planned = try await Self.send("POST", "/faults", fault, to: simulator)
            #expect(planned.status == 204)
            for _ in 0..<times {
                let answer = await simulator.answer(Self.run)
                #expect(answer.status == status)
                #expect(try JSON(parsing: answer.body)["code"] != 0)
                #expect(answer.headers["retry-after"] == (status == 429 ? "3" : nil))
            }
            #expect(try await simulator.get(Self.run)["code"] == 0)
        }
    }

    @Test(arguments: [
        (#"{"operation": "getWorkerRun", "kind": "delay", "delay": 0.25}"#, Fault.delay(.milliseconds(250))),
        (#"{"operation": "getWorkerRun", "kind": "delay", "delay": 2, "times": null}"#, .delay(.seconds(2))),
        (#"{"operation": "getWorkerRun", "kind": "cut"}"#, .cutConnection),
        (#"{"operation": "getWorkerRun", "kind": "stall"}"#, .stall),
        (#"{"operation": "getWorkerRun", "kind": "garbage"}"#, .garbage),
        (#"{"operation": "getWorkerRun", "kind": "repeatPage"}"#, .repeatPage),
        (
            #"{"operation": "getWorkerRun", "kind": "status", "status": 503, "code": 1, "message": "m", "retryAfter": 0}"#,
            .status(503, code: 1, message: "m", retryAfter: 0)
        ),
    ])
    func everyFaultCanBeAskedFor(_ text: String, _ fault: Fault) throws {
        let table = try RouteTable(routes: Route.all, handlers: OperationHandler.all)
        let planned = try PlannedFault(ControlFields(parsing: Array(text.utf8)), table)
        #expect(planned.fault == fault)
        #expect(planned.operation == "getWorkerRun")
        #expect(planned.times == 1)
    }

    @Test(arguments: [
        (#"{"kind": "cut", "afterBytes": 10}"#, DownloadFault.cut(afterBytes: 10)),
        (#"{"kind": "stall", "afterBytes": 0}"#, .stall(afterBytes: 0)), (#"{"kind": "withoutRanges"}"#, .withoutRanges),
        (#"{"kind": "changedContent"}"#, .changedContent), (#"{"kind": "status", "status": 503}"#, .status(503)),
    ])
    func everyDownloadFaultCanBeAskedFor(_ text: String, _ fault: DownloadFault) throws {
        #expect(try PlannedDownloadFault(ControlFields(parsing: Array(text.utf8))).fault == fault)
    }

    @Test func aDownloadFaultHappens() async throws {
        try await Simulator.with(.still) { simulator in
            let link = await simulator.downloadServer.link(to: ExportSample.file(.csv), named: "a")
            let fault = #"{"kind": "status", "status": 503, "times": 2}"#
            #expect(try await Self.send("POST", "/downloads/faults", fault, to: simulator).status == 204)
            #expect(try await DownloadClient.fetch(link).status == 503)
            #expect(try await Self.send("DELETE", "/faults", to: simulator).status == 204)
            #expect(try await DownloadClient.fetch(link).status == 200)
            let downloads = try await Self.json("GET", "/downloads", of: simulator)
            guard case .array(let received) = downloads else {
                Issue.record("no list")
                return
            }
            #expect(received.map { $0["status"] } == [503, 200])
            #expect(try await Self.send("DELETE", "/downloads", to: simulator).status == 204)
            #expect(await simulator.downloads.isEmpty)
        }
    }

    @Test func faultsAreForgotten() async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .garbage)
            #expect(try await Self.send("DELETE", "/faults", to: simulator).status == 204)
            #expect(try await simulator.get(Self.run)["code"] == 0)
        }
    }

    @Test(arguments: [
        ("", ["the body must be a JSON object"]), ("[1]", ["the body must be a JSON object"]),
        ("{}", ["'operation' is missing: a text", "'kind' is missing: a text"]),
        (
            #"{"operation": "getRun", "kind": "explode"}"#,
            ["there is no operation 'getRun'", "'kind' must be one of status, delay, cut, stall, garbage, repeatPage"]
        ),
        (#"{"operation": "getWorkerRun", "kind": "status"}"#, ["'status' is missing: an integer between 200 and 599"]),
        (
            #"{"operation": "getWorkerRun", "kind": "status", "status": 100}"#,
            ["'status' must be an integer between 200 and 599"]
        ),
        (
            #"{"operation": "getWorkerRun", "kind": "status", "status": 304}"#,
            ["The fault cannot happen: status 304 is no answer with a body."]
        ),
        (
            #"{"operation": "getWorkerRun", "kind": "delay", "delay": -1}"#,
            ["'delay' must be a number of seconds between 0 and 1000000000"]
        ),
        (
            #"{"operation": "getWorkerRun", "kind": "delay", "delay": 1e300}"#,
            ["'delay' must be a number of seconds between 0 and 1000000000"]
        ),
        (
            #"{"operation": 1, "kind": "stall", "times": 0, "status": 500}"#,
            [
                "'operation' must be a text", "'times' must be an integer between 1 and 1000000",
                "'status' has no meaning for a fault of this kind",
            ]
        ),
    ])
    func whatCannotBeIsNamed(_ body: String, _ problems: [String]) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await Self.send("POST", "/faults", body, to: simulator)
            #expect(answer.status == 400)
            #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            #expect(try JSON(parsing: answer.body) == ["errors": .array(problems.map(JSON.string))])
            #expect(try await simulator.get(Self.run)["code"] == 0)
        }
    }

    @Test(arguments: [("GET", "/faults"), ("POST", "/requests"), ("GET", "/nothing"), ("DELETE", "")])
    func otherPathsAreNamed(_ method: String, _ path: String) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await Self.send(method, path, to: simulator)
            #expect(answer.status == 404)
            #expect(try JSON(parsing: answer.body) == ["errors": [.string("there is no \(method) /__simulator\(path)")]])
        }
    }

    @Test func aBodyIsBounded() async throws {
        try await Simulator.with(.still) { simulator in
            let body = #"{"operation": ""# + String(repeating: "x", count: 70_000) + #""}"#
            let answer = try await Self.send("POST", "/faults", body, to: simulator)
            #expect(answer.status == 413)
        }
    }

    @Test func requestsAreListedWithoutCredentialsAndWithoutItsOwn() async throws {
        try await Simulator.with(.still) { simulator in
            let secret = SimulatedRequest(
                method: "POST",
                path: "/api/v1/run/detail?token=secret&a=b",
                headers: ["api-key": "secret", "Content-Type": "application/json"],
                body: Array(#"{"run_slug":"r"}"#.utf8)
            )
            _ = try await Transport.socket.send(secret, to: simulator)
            let answer = try await Self.send("GET", "/requests", to: simulator)
            #expect(!answer.text.contains("secret"))
            guard case .array(let requests) = try JSON(parsing: answer.body), let request = requests.first else {
                Issue.record("no list")
                return
            }
            #expect(requests.count == 1)
            #expect(request["operation"] == "v1RunDetail")
            #expect(request["method"] == "POST")
            #expect(request["path"] == "/api/v1/run/detail")
            #expect(request["headers"]?["api-key"]?.string == ReceivedRequest.redacted)
            #expect(request["body"] == #"{"run_slug":"r"}"#)
            #expect(try await Self.send("DELETE", "/requests", to: simulator).status == 204)
            #expect(await simulator.requests.isEmpty)
            // What the simulator is asked for itself does not count as a request to the service.
            let first = try JSON(parsing: await simulator.answer(Self.run).body)
            #expect(first["request_id"] == "req-2")
        }
    }

    @Test func whatACallbackURLHidesIsMasked() async throws {
        try await CallbackReceiver.with { _, url in
            try await Simulator.with(.still) { simulator in
                for url in ["\(url)/hook?secret=1", "ftp://secret?secret", "\(url)/hook?\u{301}secret"] {
                    let body: JSON = ["input": .nested(["keyword": "a?b"]), "callback_url": .string(url)]
                    #expect(try await simulator.ask("POST", "/api/v2/workers/demo-worker/runs", body).status == 200)
                }
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                let requests = try await Self.send("GET", "/requests", to: simulator).text
                let callbacks = try await Self.send("GET", "/callbacks", to: simulator).text
                #expect(!(requests + callbacks).replacing("ftp://secret", with: "").contains("secret"))
                #expect(callbacks.contains(#""url":"\#(url)/hook?<redacted>""#))
                #expect(requests.contains(#"\"callback_url\":\"\#(url)/hook?<redacted>\""#))
                #expect(requests.contains("a?b"))
                #expect(await simulator.callbacks.contains { $0.url.hasSuffix("?secret=1") })
            }
        }
    }

    @Test func callbacksAreListed() async throws {
        try await CallbackReceiver.with([.init(status: .internalServerError)]) { _, url in
            try await Simulator.with(.still) { simulator in
                await simulator.callbackSender.send(["run_slug": "r"], to: url, about: "r")
                await simulator.callbacksDelivered()
                let callbacks = try await Self.json("GET", "/callbacks", of: simulator)
                let expected: JSON = [
                    "body": ["run_slug": "r"], "outcome": ["status": 200], "runID": "r", "tries": 2, "url": .string(url),
                ]
                #expect(callbacks == .array([expected]))
                #expect(try await Self.send("DELETE", "/callbacks", to: simulator).status == 204)
                #expect(try await Self.json("GET", "/callbacks", of: simulator) == .array([]))
            }
        }
    }

    @Test func aManualClockIsAdvanced() async throws {
        try await Simulator.with(.still) { simulator in
            let advanced = try await Self.json("POST", "/clock", #"{"advance": 90}"#, of: simulator)
            #expect(advanced == ["now": 1_787_198_490])
            #expect(try await Self.json("POST", "/clock", #"{"advance": 0.5}"#, of: simulator) == ["now": 1_787_198_490])
            #expect(await simulator.clock.seconds == 1_787_198_490)
            for body in ["{}", #"{"advance": "1"}"#, #"{"advance": -1}"#, #"{"advance": 1, "by": 1}"#] {
                #expect(try await Self.send("POST", "/clock", body, to: simulator).status == 400, "\(body)")
            }
            #expect(await simulator.clock.seconds == 1_787_198_490)
        }
    }

    @Test func aRunningClockIsNot() async throws {
        try await Simulator.with(SimulatorOptions(clock: SimulatedClock())) { simulator in
            let answer = try await Self.send("POST", "/clock", #"{"advance": 90}"#, to: simulator)
            #expect(answer.status == 409)
            #expect(
                try JSON(parsing: answer.body) == ["errors": ["the clock runs by itself; only a manual one can be advanced"]]
            )
        }
    }

    @Test func onlyItsOwnPathsAreTaken() async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.get("/__simulatorX")
            #expect(answer["request_id"] == "req-1")
        }
    }
}
