import CoreClaw
import CoreClawSimulator
import Foundation
import HTTPTypes
import Testing

/// What is sent again and when, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct RetryQuirkTests {
    private typealias Call = (operation: String, send: @Sendable (CoreClawClient) async throws -> Void)

    /// What starts or makes something, or changes what the next call finds.
    private static let changes: [Call] = [
        ("runWorker", { _ = try await $0.workers.run("owner~demo-worker", input: .custom(["keyword": "a"])) }),
        ("runWorkerTask", { _ = try await $0.tasks.run(TaskID(SeededTasks.maps)) }),
        ("rerunWorkerRun", { _ = try await $0.runs.rerun(RunID(SeededRuns.finished)) }),
        ("rerunLastWorkerRun", { _ = try await $0.runs.last.rerun() }),
        ("rerunWorkerLastRun", { _ = try await $0.workers.lastRun.rerun(WorkerID(SeededWorkers.maps)) }),
        ("queuedRunWorker", { _ = try await $0.workers.enqueue("owner~demo-worker", input: .custom(["keyword": "a"])) }),
        ("createWorkerTask", { _ = try await $0.tasks.create(workerID: "owner~demo-worker", title: "T", input: .custom([:])) }),
        ("activateRunQueueItems", { _ = try await $0.queue.activate(ids: [QueueItemID(SeededQueue.waiting)]) }),
        ("releaseRunQueueItems", { _ = try await $0.queue.release(ids: [QueueItemID(SeededQueue.waiting)]) }),
        ("releaseRunQueueItem", { _ = try await $0.queue.release(QueueItemID(SeededQueue.waiting)) }),
    ]

    /// What may be done twice.
    private static let repeatables: [Call] = [
        ("getWorkerRun", { _ = try await $0.runs.get(RunID(SeededRuns.finished)) }),
        ("listWorkerRuns", { _ = try await $0.runs.list().page(1) }),
        ("exportWorkerRunResults", { _ = try await $0.runs.export(RunID(SeededRuns.finished)) }),
        ("updateWorkerTask", { try await $0.tasks.update(TaskID(SeededTasks.news), title: "New") }),
        ("updateWorkerTaskInput", { try await $0.tasks.updateInput(TaskID(SeededTasks.news), input: .custom([:])) }),
        ("deleteWorkerTask", { try await $0.tasks.delete(TaskID(SeededTasks.news)) }),
    ]

    /// After these nobody knows whether the service did what it was asked.
    private static let lostAnswers: [Fault] = [
        .cutConnection, .status(500, code: 10000), .status(500, code: 14000), .status(502), .status(503, code: 1), .garbage,
    ]

    @Test("Q38: what starts or makes something is not sent again once it may have arrived", arguments: changes.indices)
    func lostAnswersOfChanges(index: Int) async throws {
        let (operation, send) = Self.changes[index]
        try await withSimulator { simulator, coreclaw in
            for fault in Self.lostAnswers {
                await simulator.clearRequests()
                try await simulator.fail(operation: operation, with: fault)
                await #expect(throws: APIError.self, "\(fault)") { try await send(coreclaw) }
                #expect(await simulator.requests.map(\.operation) == [operation], "\(fault)")
            }
        }
    }

    @Test("Q38: nor is it when no answer came in time")
    func timeout() async throws {
        for (operation, send) in Self.changes {
            let service = ScriptedService(.silence)
            let quick = service.client.with { $0.clock = ImpatientClock(service) }
            let error = await #expect(throws: APIError.self, "\(operation)") { try await send(quick) }
            #expect(error?.kind == .timeout, "\(operation)")
            #expect(await service.received.count == 1, "\(operation)")
        }
    }

    @Test("Q38: it is sent again where the service said that it was not done", arguments: changes.indices)
    func refusedChanges(index: Int) async throws {
        let (operation, send) = Self.changes[index]
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: operation, with: .status(429, code: 13000), times: 2)
            try await send(coreclaw)
            #expect(await simulator.requests.map(\.operation) == [operation, operation, operation])
        }
    }

    @Test(
        "Q38: it is sent again where it never left",
        arguments: [
            (HTTPTransportError.Reason.connectionRefused, 2), (.connectTimeout, 2), (.noConnectionAvailable, 2),
            (.tlsHandshake, 2), (.interrupted, 1),
        ]
    )
    func unsentChanges(reason: HTTPTransportError.Reason, count: Int) async throws {
        for (operation, send) in Self.changes {
            let service = ScriptedService(.failure(reason), .data(#"{"run_slug":"r","slug":"t","queue_ref":"q"}"#))
            do {
                try await send(service.client)
                #expect(count == 2, "\(operation)")
            } catch let error as APIError {
                #expect(error.kind == .connection, "\(operation)")
                #expect(count == 1, "\(operation)")
            }
            #expect(await service.received.count == count, "\(operation)")
        }
    }

    @Test("Q38: reading, replacing and deleting are sent again", arguments: repeatables.indices)
    func repeatedCalls(index: Int) async throws {
        let (operation, send) = Self.repeatables[index]
        for fault in [Fault.status(500, code: 10000), .status(429), .cutConnection] {
            try await withSimulator { simulator, coreclaw in
                try await simulator.fail(operation: operation, with: fault)
                try await send(coreclaw)
                #expect(await simulator.requests.map(\.operation) == [operation, operation], "\(fault)")
            }
        }
    }

    @Test("Q38: what a lost answer had deleted is gone, which is a success")
    func deletedTwice() async throws {
        try await withSimulator { simulator, coreclaw in
            let id = TaskID(SeededTasks.news)
            try await simulator.fail(operation: "deleteWorkerTask", with: .cutConnection)
            let answer = try await coreclaw.response(to: DeleteWorkerTask(id: id))
            #expect(answer.attempts == 2)
            #expect(answer.status.code == 404)
            let error = await #expect(throws: APIError.self) { try await coreclaw.tasks.delete(id) }
            #expect(error?.kind == .notFound)
        }
    }

    @Test("Q33: an abort that may have arrived could meet another run next time", arguments: lostAnswers)
    func abortsOfTheNewestRun(fault: Fault) async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: "abortLastWorkerRun", with: fault)
            await #expect(throws: APIError.self) { try await coreclaw.runs.last.abort() }
            try await simulator.fail(operation: "abortWorkerLastRun", with: fault)
            await #expect(throws: APIError.self) { try await coreclaw.workers.lastRun.abort(WorkerID(SeededWorkers.news)) }
            #expect(await simulator.requests.map(\.operation) == ["abortLastWorkerRun", "abortWorkerLastRun"])
        }
    }

    @Test(
        "Q39: the service is given the time that it asks for",
        arguments: [("7", 7.0), ("0", 0), ("60", 60), ("Thu, 20 Aug 2026 04:00:30 GMT", 30)]
    )
    func retryAfter(header: String, seconds: Double) async throws {
        let service = ScriptedService(
            .body(#"{"code":13000}"#, status: 429, headers: [.retryAfter: header]),
            .data(#"{"run_slug":"r"}"#)
        )
        let coreclaw = service.client.with {
            $0.now = { SimulatedClock.defaultStart }
            $0.randomness = { 0 }
        }
        _ = try await coreclaw.workers.run("w")
        #expect(await service.received.map(\.time) == [.zero, .seconds(seconds)])
    }

    @Test("Q39: a longer time than the client allows is an error at once")
    func longRetryAfter() async throws {
        let service = ScriptedService(.body(#"{"code":13000}"#, status: 429, headers: [.retryAfter: "3600"]))
        let error = await #expect(throws: APIError.self) { try await service.client.workers.run("w") }
        #expect(error?.retryAfter == .seconds(3600))
        #expect(await service.received.count == 1)
    }

    @Test("Q39: without that, pauses grow, vary and end")
    func pauses() async throws {
        let service = ScriptedService(.body(#"{"code":13000}"#, status: 429))
        let longest = service.client.with { $0.randomness = { .max } }
        let error = await #expect(throws: APIError.self) { try await longest.workers.run("w") }
        #expect(error?.kind == .rateLimited)
        #expect(error?.attempts == 4)
        let times = await service.received.map(\.time)
        let pauses = zip(times.dropFirst(), times).map { $0.0 - $0.1 }
        #expect(pauses.count == 3)
        for (pause, bound) in zip(pauses, [500, 1000, 2000]) {
            #expect(pause <= .milliseconds(bound) && pause > .milliseconds(bound - 1))
        }

        let shortest = service.client.with { $0.randomness = { 0 } }
        await #expect(throws: APIError.self) { try await shortest.workers.run("w") }
        #expect(await Set(service.received.dropFirst(4).map(\.time)).count == 1)
    }

    @Test("Q40: the plan limit is an error at once, and nothing was started")
    func planLimit() async throws {
        try await withSimulator(SimulatorOptions(planLimit: 1)) { simulator, coreclaw in
            await simulator.clock.advance(by: .seconds(6))
            let running = try await coreclaw.runs.list(status: .running).page(1)
            #expect(running.count == 1)
            await simulator.clearRequests()
            let error = await #expect(throws: APIError.self) {
                try await coreclaw.workers.run("owner~demo-worker", input: .custom(["keyword": "a"]))
            }
            #expect(error?.code == .planConcurrencyLimited)
            #expect(error?.kind == .capacity)
            #expect(error?.attempts == 1)
            #expect(await simulator.requests.count == 1)
        }
    }

    @Test("Q40: a client that waits for capacity sends again until a run has ended")
    func waitingForCapacity() async throws {
        try await withSimulator(SimulatorOptions(planLimit: 1)) { simulator, coreclaw in
            await simulator.clock.advance(by: .seconds(6))
            let patient = coreclaw.with { $0.waitForCapacity = true }
            let start = try await patient.response(
                to: RunWorker(id: "owner~demo-worker", body: RunRequest(input: .custom(["keyword": "a"])))
            )
            #expect(start.attempts > 1)
            #expect(try await coreclaw.runs.get(RunID(SeededRuns.moving)).status == .succeeded)
            #expect(try await coreclaw.runs.waitUntilFinished(start.output.id).status == .succeeded)
        }
    }
}
