import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// What starts send and answer, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct StartQuirkTests {
    private static let started = ScriptedService.Answer.data(#"{"run_slug":"r"}"#)

    @Test(
        "Q6: a start that waited answers more or less",
        arguments: [
            ("", nil, nil, nil),
            (#","run_status":"succeeded","error_message":"","result_message":"","results":null"#, .succeeded, nil, nil),
            (#","run_status":"Failed","is_finished":true,"results":{"count":0,"list":null}"#, .failed, true, 0),
            (#","run_status":"running","is_finished":false,"execution_end_timestamp":0"#, .running, false, nil),
            (#","run_status":"completed","results":{"count":7,"list":[{}]}"#, RunStatus(rawValue: "completed"), nil, 7),
        ] as [(String, RunStatus?, Bool?, Int?)]
    )
    func shapes(members: String, status: RunStatus?, isFinished: Bool?, count: Int?) throws {
        let start = try RunStart(json: #"{"run_slug":"r"\#(members)}"#)
        #expect(start.id == "r")
        #expect(start.status == status)
        #expect(start.isFinished == isFinished)
        #expect(start.results?.count == count)
        #expect(start.errorMessage == nil)
        #expect(start.finishedAt == nil)
    }

    @Test("Q6: an answer without an id is none")
    func withoutID() {
        #expect(throws: JSONError.self) { try RunStart(json: #"{"run_status":"succeeded"}"#) }
    }

    @Test("Q6: each start that waits is answered, whatever else it says", arguments: [WaitedAnswerRule.outcome, .identifierOnly])
    func waitedAnswers(rule: WaitedAnswerRule) async throws {
        try await withSimulator(SimulatorOptions(waitedAnswers: rule), clock: .skippingWaits()) { _, coreclaw in
            let maps = WorkerID(SeededWorkers.maps)
            let starts = [
                try await coreclaw.workers.runAndWait(maps, input: .custom(["keywords": ["coffee"], "max_results": 3])),
                try await coreclaw.workers.lastRun.rerunAndWait(maps),
                try await coreclaw.runs.rerunAndWait(RunID(SeededRuns.finished)),
                try await coreclaw.runs.last.rerunAndWait(),
                try await coreclaw.tasks.runAndWait(TaskID(SeededTasks.maps)),
            ]
            for start in starts {
                #expect(start.status == (rule == .outcome ? .succeeded : nil))
                #expect((start.results != nil) == (rule == .outcome))
                #expect(try await coreclaw.runs.get(start.id).status == .succeeded)
            }
        }
    }

    @available(*, deprecated)
    @Test("Q6: the first version calls the end by another name")
    func firstVersion() async throws {
        try await withSimulator(clock: .skippingWaits()) { _, coreclaw in
            let system = V1System(cpus: 1, memory: .mb512, timeLimit: 600, maximumCharge: 0, maximumTraffic: 0)
            let input = V1Input(parameters: V1InputParameters(system: system, custom: ["keywords": ["coffee"]]))
            let start = try await coreclaw.v1.scraperRunAndWait(worker: "coreclaw/google-maps-scraper", input: input)
            #expect(start.status == RunStatus(rawValue: "completed"))
            #expect(try await coreclaw.runs.waitUntilFinished(start.id).status == .succeeded)
        }
    }

    @Test("Q6: a run that outlasts the wait is answered unfinished, goes on, and is started once")
    func outlasting() async throws {
        var slow = SimulatedWorker("acme~slow", json: "[]")
        slow.duration = .seconds(50_000)
        try await withSimulator(SimulatorOptions(workers: [slow]), clock: .skippingWaits()) { [slow] simulator, coreclaw in
            let start = try await coreclaw.workers.runAndWait("acme/slow", input: .custom([:]))
            #expect(start.status == .running)
            #expect(start.finishedAt == nil)
            await simulator.clock.advance(by: slow.duration)
            #expect(try await coreclaw.runs.get(start.id).status == .succeeded)
            #expect(await simulator.requests.count { $0.method == "POST" } == 1)
        }
    }

    @available(*, deprecated)
    @Test("Q6: what waits may take 330 seconds, what does not a minute")
    func limits() async throws {
        let service = ScriptedService(Self.started)
        let coreclaw = service.client
        let system = V1System(cpus: 1, memory: .mb512, timeLimit: 600, maximumCharge: 0, maximumTraffic: 0)
        let input = V1Input(parameters: V1InputParameters(system: system, custom: [:]))
        _ = try await coreclaw.workers.runAndWait("w")
        _ = try await coreclaw.workers.lastRun.rerunAndWait("w")
        _ = try await coreclaw.runs.rerunAndWait("r")
        _ = try await coreclaw.runs.last.rerunAndWait()
        _ = try await coreclaw.tasks.runAndWait("t")
        _ = try await coreclaw.v1.scraperRunAndWait(worker: "w", input: input)
        #expect(await service.received.map(\.limit) == Array(repeating: .seconds(330), count: 6))
        #expect(await service.bodies.allSatisfy { $0.contains(#""is_async":false"#) })

        _ = try await coreclaw.workers.run("w")
        _ = try await coreclaw.workers.lastRun.rerun("w")
        _ = try await coreclaw.runs.rerun("r")
        _ = try await coreclaw.runs.last.rerun()
        _ = try await coreclaw.tasks.run("t")
        _ = try await coreclaw.v1.scraperRun(worker: "w", input: input)
        #expect(await service.received.dropFirst(6).map(\.limit) == Array(repeating: .seconds(60), count: 6))
        #expect(await service.bodies.dropFirst(6).allSatisfy { $0.contains(#""is_async":true"#) })
    }

    private struct Search: Encodable { let keyword: String }

    @Test("Q11: fields are nested where that is asked for, and never otherwise")
    func nesting() async throws {
        let inputs: [(Input, sent: String)] = [
            (.custom(["keyword": "coffee"]), #"{"parameters":{"custom":{"keyword":"coffee"}}}"#),
            (try .custom(encoding: Search(keyword: "coffee")), #"{"parameters":{"custom":{"keyword":"coffee"}}}"#),
            (.raw(["keyword": "coffee"]), #"{"keyword":"coffee"}"#),
            (.custom(["custom": [:]]), #"{"parameters":{"custom":{"custom":{}}}}"#),
            (.raw(["parameters": ["custom": [:]]]), #"{"parameters":{"custom":{}}}"#),
        ]
        let service = ScriptedService(Self.started)
        for (input, _) in inputs { _ = try await service.client.workers.run("w", input: input) }
        #expect(await service.bodies == inputs.map { #"{"input":\#($0.sent),"is_async":true}"# })
    }

    @Test("Q11: a start refuses fields that are not nested, a task stores them and fails")
    func flatInput() async throws {
        try await withSimulator { _, coreclaw in
            let maps = WorkerID(SeededWorkers.maps)
            let error = await #expect(throws: APIError.self) {
                try await coreclaw.workers.run(maps, input: .raw(["keywords": ["coffee"]]))
            }
            #expect(error?.code == .invalidArgument)
            let task = try await coreclaw.tasks.create(workerID: maps, title: "Flat", input: .raw(["keywords": ["coffee"]]))
            let run = try await coreclaw.runs.waitUntilFinished(coreclaw.tasks.run(task.id).id)
            #expect(run.status == .failed)
            let nested = try await coreclaw.workers.run(maps, input: .custom(["keywords": ["coffee"]]))
            #expect(try await coreclaw.runs.waitUntilFinished(nested.id).status == .succeeded)
        }
    }

    @Test("Q12: no version is sent unless one is given")
    func version() async throws {
        let service = ScriptedService(.data(#"{"run_slug":"r","slug":"t","queue_ref":"q"}"#))
        let coreclaw = service.client
        _ = try await coreclaw.workers.run("w", input: .raw([:]))
        _ = try await coreclaw.workers.runAndWait("w", input: .raw([:]))
        _ = try await coreclaw.workers.enqueue("w", input: .raw([:]))
        _ = try await coreclaw.tasks.create(workerID: "w", title: "T", input: .raw([:]))
        try await coreclaw.tasks.updateInput("t", input: .raw([:]))
        #expect(await service.bodies.count == 5)
        #expect(await !service.bodies.contains { $0.contains("version") })
        _ = try await coreclaw.workers.run("w", input: .raw([:]), version: "v1.0.5")
        #expect(await service.bodies.last?.contains(#""version":"v1.0.5""#) == true)
    }

    @Test("Q27: what the queue ignores is not sent")
    func enqueuedBody() async throws {
        let service = ScriptedService(.data(#"{"queue_ref":"q"}"#))
        let callback = URL(string: "https://example.com/callbacks")
        let input = Input.custom(["keyword": "coffee"])
        let item = try await service.client.workers.enqueue("w", input: input, version: "v1", callbackURL: callback)
        #expect(item.isQueued == nil)
        let sent = try #require(await service.bodies.first.map { try JSONObject(json: $0) })
        #expect(Array(sent.keys) == ["input", "version", "callback_url"])
    }

    @Test("Q27: after it was activated, a queued run is the newest run of its Worker")
    func activated() async throws {
        try await withSimulator { _, coreclaw in
            let maps = WorkerID(SeededWorkers.maps)
            let before = try await coreclaw.runs.list(workerID: maps).first()
            let item = try await coreclaw.workers.enqueue(maps, input: .custom(["keywords": ["coffee"]]))
            #expect(try await coreclaw.runs.list(workerID: maps).first()?.id == before?.id)
            try await coreclaw.queue.activate(ids: [item.id]).requireAllSucceeded()
            let run = try #require(try await coreclaw.runs.list(workerID: maps).first())
            #expect(run.id != before?.id)
            #expect(try await coreclaw.runs.waitUntilFinished(run.id).status == .succeeded)
        }
    }
}
