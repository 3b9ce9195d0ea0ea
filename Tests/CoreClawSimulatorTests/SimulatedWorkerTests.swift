import Foundation
import Testing

@testable import CoreClawSimulator

struct SimulatedWorkerTests {
    private struct Place: Codable, Sendable {
        let title: String
        let rating: Double?
        var tags: [String] = []
    }

    private struct Search: Decodable {
        let keywords: [String]
    }

    private struct NothingFound: Error, CustomStringConvertible {
        var description: String { "nothing found" }
    }

    private static func result(_ worker: SimulatedWorker, _ custom: JSON = [:]) async throws -> (run: JSON?, page: JSON?) {
        try await Simulator.with(SimulatorOptions(clock: .manual(), seed: .empty, workers: [worker])) { simulator in
            let id = try await simulator.start(worker.slug, custom)
            await simulator.clock.advance(by: .seconds(15))
            let run = try await simulator.get("/api/v2/worker-runs").list.first
            return (run, try await simulator.ask("GET", "/api/v2/worker-runs/\(id)/result").data)
        }
    }

    @Test func rowsOfYourOwn() async throws {
        let worker = SimulatedWorker(
            "acme/places",
            rows: [Place(title: "Café Möwe", rating: 4.5, tags: ["a"]), Place(title: "Bar", rating: nil)]
        )
        #expect(worker.slug == "acme~places")
        #expect(worker.title == "places")
        let (run, page) = try await Self.result(worker)
        #expect(run?["status"] == "succeeded")
        #expect(run?["results"] == 2)
        #expect(page?["headers"]?.elements.compactMap { $0["key"]?.string } == ["rating", "tags", "title"])
        #expect(page?["list"]?.elements.map { $0["title"] } == ["Café Möwe", "Bar"])
        #expect(page?["list"]?.elements.first?["tags"] == ["a"])
    }

    @Test func rowsFromTheInput() async throws {
        let worker = SimulatedWorker("acme~search") { input in
            try input.decode(Search.self).keywords.map { Place(title: $0, rating: nil) }
        }
        let (_, page) = try await Self.result(worker, ["keywords": ["x", "y", "z"]])
        #expect(page?["list"]?.elements.map { $0["title"] } == ["x", "y", "z"])
    }

    @Test func theInputAsText() async throws {
        let worker = SimulatedWorker("acme~echo") { input in [Place(title: input.text, rating: nil)] }
        let (_, page) = try await Self.result(worker, ["b": 1, "a": [true, .null]])
        #expect(page?["list"]?.elements.first?["title"] == #"{"a":[true,null],"b":1}"#)
    }

    @Test func anErrorFailsTheRun() async throws {
        let worker = SimulatedWorker("acme~none") { _ -> [Place] in throw NothingFound() }
        let (run, _) = try await Self.result(worker)
        #expect(run?["status"] == "failed")
        #expect(run?["err_msg"] == "nothing found")
    }

    @Test func rowsAsText() async throws {
        var worker = SimulatedWorker("acme~text", json: #"[{"id":9007199254740993,"name":"ä"},{"name":null,"more":{"a":[1]}}]"#)
        worker.columns = ["name", "id"]
        let (_, page) = try await Self.result(worker)
        #expect(page?["headers"]?.elements.compactMap { $0["key"]?.string } == ["name", "id"])
        #expect(page?["list"]?.elements.first?["id"] == 9_007_199_254_740_993)
        #expect(page?["list"]?.elements.last?["more"] == ["a": [1]])
    }

    @Test(arguments: ["", "{}", "[1]", "null", "[{]"])
    func whatIsNoRowsFailsTheRun(_ text: String) async throws {
        let (run, _) = try await Self.result(SimulatedWorker("acme~text", json: text))
        #expect(run?["status"] == "failed")
    }

    @Test func aSchemaIsAskedFor() async throws {
        var worker = SimulatedWorker("acme~strict", json: "[]")
        worker.inputSchema = #"{"properties":[{"name":"city","title":"City","required":true}]}"#
        #expect(try await Self.result(worker).run?["err_msg"] == "City is required")
        #expect(try await Self.result(worker, ["city": "Berlin"]).run?["status"] == "succeeded")
    }

    @Test func aRunMayTakeNoTime() async throws {
        var worker = SimulatedWorker("acme~quick", json: "[{}]")
        (worker.startDelay, worker.duration) = (.zero, .zero)
        try await Simulator.with(SimulatorOptions(clock: .manual(), seed: .empty, workers: [worker], balance: 1)) { simulator in
            for number in 1...3 {
                let id = try await simulator.start("acme~quick", [:])
                #expect(try await simulator.status(of: id) == "succeeded")
                #expect(await simulator.balance == 1 - Decimal(number) * Decimal(55) / 10000)
            }
        }
    }

    @Test func aWorkerComesAndIsReplaced() async throws {
        try await Simulator.with(.still) { simulator in
            for rows in ["[]", "[{}]"] {
                try await simulator.add(worker: SimulatedWorker("acme~late", json: rows))
                let found = try await simulator.get("/api/v2/store?keyword=acme")["data"]?["scraper"]?.elements ?? []
                #expect(found.count == 1)
                let id = try await simulator.start("acme~late", [:])
                await simulator.clock.advance(by: .seconds(60))
                let run = try await simulator.ask("GET", "/api/v2/worker-runs/\(id)").data
                #expect(run?["results"]?.integer == (rows == "[]" ? 0 : 1))
            }
        }
    }

    @Test(arguments: ["", "a", "~a", "a~", "a~b~c", "a//"])
    func aPathHasTwoParts(_ path: String) async throws {
        try await Simulator.with(.still) { simulator in
            let worker = SimulatedWorker(path, json: "[]")
            await #expect(throws: SimulatorError.self) { try await simulator.add(worker: worker) }
        }
    }

    @Test func versionsAndSchemaMustWork() async throws {
        var worker = SimulatedWorker("a~b", json: "[]")
        worker.versions = []
        #expect(throws: SimulatorError.self) { try worker.check() }
        worker.versions = ["v1"]
        worker.inputSchema = "[]"
        #expect(throws: SimulatorError.self) { try worker.check() }
    }
}
