import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

struct Place: Codable {
    let title: String
    let rating: Double?
}

/// The place with the best rating.
func bestPlace(for keyword: String, _ coreclaw: CoreClawClient) async throws -> Place? {
    let started = try await coreclaw.workers.run("acme/places", input: .custom(["keywords": [.string(keyword)]]))
    let run = try await coreclaw.runs.waitUntilFinished(started.id).requireSucceeded()
    let places = try await coreclaw.runs.results(run.id, pageSize: 100).decoded(as: Place.self).collect()
    return places.max { ($0.rating ?? 0) < ($1.rating ?? 0) }
}

/// The code of "Testing", of which much is tests; another test compares it with the page.
struct TestingWithTheSimulator {
    @Test func findsTheBest() async throws {
        let places = [Place(title: "Café Möwe", rating: 4.5), Place(title: "Bar", rating: nil)]
        var worker = SimulatedWorker("acme/places", rows: places)
        worker.startDelay = .zero
        worker.duration = .zero
        try await Simulator.with(SimulatorOptions(workers: [worker])) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let best = try await bestPlace(for: "coffee", coreclaw)
            #expect(best?.title == "Café Möwe")
        }
    }

    @Test func rowsByInput() async throws {
        struct Search: Decodable {
            let keywords: [String]
        }

        var worker = SimulatedWorker("acme/places") { input in
            try input.decode(Search.self).keywords.map { Place(title: "The best \($0)", rating: 5) }
        }
        worker.startDelay = .zero
        worker.duration = .zero
        try await Simulator.with(SimulatorOptions(seed: .empty, workers: [worker])) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let best = try await bestPlace(for: "tea", coreclaw)
            #expect(best?.title == "The best tea")
            #expect(try await coreclaw.runs.list().collect().count == 1)
        }
    }

    @Test func seeds() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual())) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let run = try await coreclaw.runs.get(RunID(SeededRuns.finished))
            #expect(run.resultCount == 250)
            #expect(try await coreclaw.runs.list(pageSize: 100).collect().count == 65)
        }
    }

    @Test func time() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual())) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let id = RunID(SeededRuns.moving)
            let before = try await coreclaw.runs.get(id).status
            await simulator.clock.advance(by: .seconds(10))
            let meanwhile = try await coreclaw.runs.get(id).status
            await simulator.clock.advance(by: .seconds(30))
            let after = try await coreclaw.runs.get(id).status
            #expect([before, meanwhile, after] == [.ready, .running, .succeeded])
        }
    }

    @Test func skippedWaits() async throws {
        try await Simulator.with(SimulatorOptions(clock: .skippingWaits())) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let input = Input.custom(["keywords": ["coffee"]])
            let run = try await coreclaw.workers.runAndWait("coreclaw/google-maps-scraper", input: input)
            #expect(run.status == .succeeded)
        }
    }

    @Test func startsOnlyOnce() async throws {
        try await Simulator.with { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            try await simulator.fail(operation: "runWorker", with: .cutConnection)
            await #expect(throws: APIError.self) {
                try await coreclaw.workers.run("coreclaw/news-collection", input: .custom(["keywords": ["tea"]]))
            }
            let starts = await simulator.requests.filter { $0.operation == "runWorker" }
            #expect(starts.count == 1)
        }
    }

    @Test func survivesFailures() async throws {
        try await Simulator.with { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            try await simulator.fail(operation: "getWorkerRun", with: .status(503), times: 2)
            let run = try await coreclaw.runs.get(RunID(SeededRuns.finished))
            #expect(run.status == .succeeded)
            #expect(await simulator.requests.count == 3)

            try await simulator.fail(download: .cut(afterBytes: 1000))
            let link = try await coreclaw.runs.export(run.id, format: .csv)
            var received = 0
            for try await chunk in try await coreclaw.download(link.url) { received += chunk.count }
            #expect(received > 1000)
            #expect(await simulator.downloads.map(\.status) == [200, 206])
        }
    }

    @Test func account() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual())) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            try await simulator.setBalance(0)
            await #expect(throws: APIError.self) {
                try await coreclaw.workers.run("coreclaw/news-collection", input: .custom(["keywords": ["tea"]]))
            }
            await simulator.reset()
            #expect(await simulator.balance == 100)
        }
    }

    @Test func older() async throws {
        try await Simulator.with(.older) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL) {
                $0.pageNumbering = .rowOffset
            }
            let rows = try await coreclaw.runs.results(RunID(SeededRuns.finished), pageSize: 100).collect()
            #expect(rows.count == 250)
        }
    }

    @Test("The examples in the simulator's documentation comments")
    func comments() async throws {
        try await withSimulator { simulator, coreclaw in
            struct Search: Decodable { let keywords: [String] }

            let own = SimulatedWorker("acme/places") { input in
                try input.decode(Search.self).keywords.map { ["title": $0] }
            }
            try await simulator.add(worker: own)

            let worker = WorkerID(SeededWorkers.maps)
            let started = try await coreclaw.workers.run(
                worker,
                input: .custom(["keywords": ["coffee", "tea"], "max_results": 5])
            )
            let task = try await coreclaw.tasks.run(TaskID(SeededTasks.maps))
            try await coreclaw.queue.activate(ids: [QueueItemID(SeededQueue.waiting)]).requireAllSucceeded()
            let input = Input.custom(["keywords": ["coffee"]])
            _ = try await coreclaw.workers.run("coreclaw/news-collection", input: input, callbackURL: URL(string: "test://inbox"))
            await simulator.clock.advance(by: .seconds(60))
            await simulator.callbacksDelivered()
            let last = try #require(await simulator.callbacks.last)
            #expect(try RunCallback(json: last.body).status == .succeeded)
            #expect(try await coreclaw.runs.get(started.id).resultCount == 10)
            #expect(try await coreclaw.runs.get(task.id).resultCount == 10)

            let response = await simulator.respond(to: SimulatedRequest(path: "/api/v2/store?limit=1"))
            #expect(response.status == 200)
        }
    }
}
