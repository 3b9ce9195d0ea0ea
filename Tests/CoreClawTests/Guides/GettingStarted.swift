import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// The code of "Getting started", of the landing page and of the README, run against a simulator; a test compares it with theirs.
struct GettingStarted {
    @Test func landing() async throws {
        try await withSimulator { simulator, simulated in
            // swift-format-ignore: AlwaysUseLowerCamelCase
            func CoreClawClient() -> CoreClaw.CoreClawClient { simulated }

            struct Place: Decodable {
                let title: String
                let rating: Double?
            }

            let coreclaw = CoreClawClient()

            let started = try await coreclaw.workers.run(
                "coreclaw/google-maps-scraper",
                input: .custom(["keywords": ["coffee"], "max_results": 50])
            )
            let run = try await coreclaw.runs.waitUntilFinished(started.id, timeout: .seconds(600)).requireSucceeded()

            for try await place in coreclaw.runs.results(run.id).decoded(as: Place.self) {
                print(place.title, place.rating ?? 0)
            }
            #expect(run.resultCount == 50)
            #expect(await simulator.requests.filter { $0.operation == "listWorkerRunResults" }.count == 3)
        }
    }

    @Test func client() async throws {
        let coreclaw = CoreClawClient()
        let other = CoreClawClient(apiKey: "key-of-another-account")
        #expect("\(coreclaw.configuration.credential)" == "environment")
        #expect("\(other.configuration.credential)" == "token [redacted]")
    }

    @Test func search() async throws {
        try await withSimulator { simulator, client in
            let coreclaw = client.with { $0.credential = .none }
            for try await worker in coreclaw.store.list(keyword: "google maps").prefix(5) {
                print(worker.path ?? worker.id, worker.title ?? "")
            }
            let schema = try await coreclaw.workers.inputSchema("coreclaw/google-maps-scraper")
            for field in schema.fields ?? [] {
                print(field.name, field.type ?? "", field.isRequired == true ? "required" : "")
            }
            #expect(schema.fields?.first?.name == "keywords")
            #expect(await simulator.requests.map(\.operation) == ["listStore", "listStore", "getWorkerInputSchema"])
        }
    }

    struct Place: Decodable {
        let title: String
        let rating: Double?
    }

    @Test func fromStartToFile() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "guide-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await withSimulator { _, coreclaw in
            let started = try await coreclaw.workers.run(
                "coreclaw/google-maps-scraper",
                input: .custom(["keywords": ["coffee"], "max_results": 50])
            )
            let run = try await coreclaw.runs.waitUntilFinished(started.id, timeout: .seconds(600))
            try run.requireSucceeded()
            for try await row in coreclaw.runs.results(run.id).prefix(5) {
                print(row["title"]?.string ?? "-", row["rating"]?.double ?? 0)
            }
            let places = try await coreclaw.runs.results(run.id, pageSize: 100).decoded(as: Place.self).collect()
            print(places.count, "places")
            #expect(places.count == 50)
            let link = try await coreclaw.runs.export(run.id, format: .csv)
            let file = try await coreclaw.download(link.url, to: folder.appending(path: "places.csv"))
            print(file.size, "bytes at", file.path)
            #expect(try String(contentsOfFile: file.path, encoding: .utf8).contains("coffee"))
        }
    }

    @Test func errors() async throws {
        try await withSimulator { _, coreclaw in
            do {
                _ = try await coreclaw.runs.get("01KKDXV2G26BT7NH4ZQR2R4NPX")
            } catch let error as APIError where error.kind == .notFound {
                print("no such run; request", error.requestID ?? "without id")
            }
            let error = await #expect(throws: APIError.self) { try await coreclaw.runs.get("01KKDXV2G26BT7NH4ZQR2R4NPX") }
            #expect(error?.requestID != nil)
        }
    }

    @Test func options() async throws {
        try await withSimulator { _, coreclaw in
            let patient = coreclaw.with {
                $0.retryPolicy.maximumAttempts = 8
                $0.totalTimeout = .seconds(3600)
            }
            let run = try await patient.runs.get(RunID(SeededRuns.finished))
            #expect(run.status == .succeeded)
            #expect(coreclaw.configuration.retryPolicy.maximumAttempts == 4)
        }
    }

    @Test func simulator() async throws {
        try await Simulator.with { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let run = try await coreclaw.runs.get(RunID(SeededRuns.finished))
            print(run.status.rawValue, run.resultCount)
        }
    }
}
