import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// The code of "Running Workers", run against a simulator; a test compares it with the page.
struct RunningWorkers {
    @Test func inputs() async throws {
        try await withSimulator { simulator, coreclaw in
            let words = ["coffee", "tea"]
            struct Search: Encodable {
                let keywords: [String]
                let skipClosed: Bool
            }

            let literal = Input.custom(["keywords": ["coffee", "tea"], "skipClosed": true])
            let encoded = try Input.custom(encoding: Search(keywords: words, skipClosed: true))
            #expect(literal == encoded)

            let raw = Input.raw([
                "parameters": [
                    "custom": ["keywords": ["coffee", "tea"]],
                    "system": ["proxy_region": "US"],
                ]
            ])
            for input in [literal, encoded, raw] {
                let started = try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input)
                let run = try await coreclaw.runs.waitUntilFinished(started.id)
                #expect(run.resultCount == 8)
            }
            #expect(await simulator.requests.filter { $0.operation == "runWorker" }.count == 3)
        }
    }

    @Test func schema() async throws {
        try await withSimulator { _, coreclaw in
            let schema = try await coreclaw.workers.inputSchema("coreclaw/google-maps-scraper")
            let required = (schema.fields ?? []).filter { $0.isRequired == true }
            print(required.map(\.name))
            #expect(required.map(\.name) == ["keywords"])
            #expect(try await coreclaw.workers.inputSchema("owner/demo-worker").fields == nil)
        }
    }

    @Test func version() async throws {
        try await withSimulator { _, coreclaw in
            let input = Input.custom(["keywords": ["coffee"]])
            let newest = try await coreclaw.workers.get("coreclaw/google-maps-scraper").version
            let started = try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input, version: "v1.0.5")
            #expect(newest == "v1.2.6")
            #expect(try await coreclaw.runs.get(started.id).version == "v1.0.5")
        }
    }

    @Test func runAndWait() async throws {
        try await withSimulator(clock: .skippingWaits()) { _, coreclaw in
            let input = Input.custom(["keywords": ["coffee"]])
            let answer = try await coreclaw.workers.runAndWait("coreclaw/google-maps-scraper", input: input, pageSize: 100)
            let run = try await coreclaw.runs.waitUntilFinished(answer.id).requireSucceeded()
            #expect(answer.results?.rows.count == run.resultCount)
        }
    }

    @Test func waiting() async throws {
        try await withSimulator { _, coreclaw in
            let id = RunID(SeededRuns.moving)
            for try await update in coreclaw.runs.updates(id, timeout: .seconds(600)) {
                print(update.status.rawValue, update.resultCount)
            }
        }
    }

    @Test func timeout() async throws {
        try await withSimulator { _, coreclaw in
            let id = RunID(SeededRuns.moving)
            await #expect(throws: WaiterTimeoutError<Run>.self) {
                try await coreclaw.runs.waitUntilFinished(id, timeout: .seconds(10))
            }
            do {
                try await coreclaw.runs.waitUntilFinished(id, timeout: .seconds(10)).requireSucceeded()
            } catch let error as WaiterTimeoutError<Run> {
                print("still", error.lastState ?? "unknown", "after", error.timeout)
            } catch let error as UnsuccessfulStateError<Run> {
                print("ended as", error.state)
            }
            #expect(try await coreclaw.runs.waitUntilFinished(id).status == .succeeded)
        }
    }

    @Test func severalAtOnce() async throws {
        try await withSimulator { _, coreclaw in
            let runs = try await withThrowingTaskGroup(of: Run.self) { group in
                for word in ["coffee", "tea", "cocoa"] {
                    group.addTask {
                        let input = Input.custom(["keywords": [.string(word)]])
                        let started = try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input)
                        return try await coreclaw.runs.waitUntilFinished(started.id)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.map(\.status) == [.succeeded, .succeeded, .succeeded])
        }
    }

    @Test func abort() async throws {
        try await withSimulator { _, coreclaw in
            let id = RunID(SeededRuns.moving)
            try await coreclaw.runs.abort(id)
            let run = try await coreclaw.runs.waitUntilFinished(id)
            print(run.status.rawValue, run.resultCount, run.cost)
            #expect(run.status == .aborted)
        }
    }

    @Test func abortOnCancellation() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual())) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let id = RunID(SeededRuns.moving)
            let waiting = Task {
                let run = try await withTaskCancellationHandler {
                    try await coreclaw.runs.waitUntilFinished(id)
                } onCancel: {
                    Task { try await coreclaw.runs.abort(id) }
                }
                return run
            }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            for _ in 0..<200 where try await coreclaw.runs.get(id).status != .aborting {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(try await coreclaw.runs.get(id).status == .aborting)
        }
    }

    @Test func rerun() async throws {
        try await withSimulator { _, coreclaw in
            let failed = RunID(SeededRuns.finished)
            let again = try await coreclaw.runs.rerun(failed)
            let run = try await coreclaw.runs.waitUntilFinished(again.id)
            #expect(run.id != failed)
            #expect(run.status == .succeeded)
        }
    }

    @Test(arguments: [Fault.cutConnection, .status(503), .status(500, code: 10000), .garbage])
    func lostAnswer(fault: Fault) async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: "runWorker", with: fault)
            let isStarted = fault == .cutConnection
            let search = { () async throws -> RunID in
                let input = Input.custom(["keywords": ["coffee"]])
                let worker: WorkerID = "coreclaw/google-maps-scraper"
                let newest = try await coreclaw.runs.list(workerID: worker).first()?.id
                let id: RunID
                do {
                    id = try await coreclaw.workers.run(worker, input: input).id
                } catch let error as APIError where error.mayHaveTakenEffect {
                    let found = try await coreclaw.runs.list(workerID: worker).first()?.id
                    guard let found, found != newest else { throw error }
                    id = found
                }
                return id
            }
            if isStarted {
                let id = try await search()
                #expect(try await coreclaw.runs.waitUntilFinished(id).status == .succeeded)
            } else {
                await #expect(throws: APIError.self) { try await search() }
            }
            #expect(await simulator.requests.filter { $0.operation == "runWorker" }.count == 1)
        }
    }

    @Test func planLimit() async throws {
        try await withSimulator(SimulatorOptions(planLimit: 1)) { simulator, coreclaw in
            let input = Input.custom(["keywords": ["coffee"]])
            _ = try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input)
            await simulator.clock.advance(by: .seconds(3))
            let error = await #expect(throws: APIError.self) {
                try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input)
            }
            #expect(error?.kind == .capacity)

            let patient = coreclaw.with {
                $0.waitForCapacity = true
                $0.totalTimeout = .seconds(3600)
            }
            let started = try await patient.workers.run("coreclaw/google-maps-scraper", input: input)
            #expect(try await coreclaw.runs.get(started.id).status == .ready)
        }
    }

    @Test func limitedStarts() async throws {
        try await withSimulator(SimulatorOptions(planLimit: 1)) { simulator, coreclaw in
            let input = Input.custom(["keywords": ["coffee"]])
            let limited = coreclaw.with { $0.maximumConcurrentStarts = 1 }
            let run = try await limited.limitingStarts { coreclaw in
                let started = try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input)
                return try await coreclaw.runs.waitUntilFinished(started.id)
            }
            #expect(run.status == .succeeded)
        }
    }

    @Test func rateLimit() async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: "runWorker", with: .status(429, retryAfter: 2), times: 2)
            _ = try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: .custom(["keywords": ["coffee"]]))
            #expect(await simulator.requests.filter { $0.operation == "runWorker" }.count == 3)
        }
    }

    @Test func balance() async throws {
        try await withSimulator(SimulatorOptions(balance: 0)) { _, coreclaw in
            let input = Input.custom(["keywords": ["coffee"]])
            let account = try await coreclaw.account.get()
            print(account.balance ?? 0, "USD left")
            do {
                _ = try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input)
            } catch let error as APIError where error.code == .insufficientBalance {
                print("top up first")
            }
            await #expect(throws: APIError.self) {
                try await coreclaw.workers.run("coreclaw/google-maps-scraper", input: input)
            }
        }
    }
}
