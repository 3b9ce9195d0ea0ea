import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// The code of "Results", run against a simulator; a test compares it with the page.
struct Results {
    private static let finished = RunID(SeededRuns.finished)

    /// The client and a folder that is removed afterwards.
    private func withFolder(_ body: @Sendable (Simulator, CoreClawClient, URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "guide-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await withSimulator { simulator, coreclaw in try await body(simulator, coreclaw, folder) }
    }

    @Test func rows() async throws {
        try await withSimulator { simulator, coreclaw in
            let run = try await coreclaw.runs.get(Self.finished)
            for try await row in coreclaw.runs.results(run.id, pageSize: 100) {
                print(row["title"]?.string ?? "-", row["location"]?["lat"]?.double ?? 0)
            }
            #expect(await simulator.requests.map(\.operation).suffix(3).allSatisfy { $0 == "listWorkerRunResults" })
        }
    }

    @Test func rowsSoFar() async throws {
        try await withSimulator { simulator, coreclaw in
            await simulator.clock.advance(by: .seconds(20))
            let rows = try await coreclaw.runs.results(RunID(SeededRuns.moving), pageSize: 5).collect()
            #expect((1..<40).contains(rows.count))
        }
    }

    @Test func parts() async throws {
        try await withSimulator { simulator, coreclaw in
            let run = try await coreclaw.runs.get(Self.finished)
            await simulator.clearRequests()
            let rows = coreclaw.runs.results(run.id, pageSize: 100)
            let first = try await rows.first()
            let some = try await rows.collect(limit: 5)
            let page = try await rows.page(2)
            print(page.headers.map(\.label), page.rows.count, "of", page.count)
            #expect(first != nil && some.count == 5 && page.rows.count == 100 && page.count == 250)
            #expect(await simulator.requests.count == 3)
            for try await page in rows.pages {
                print(page.number, page.items.count)
            }
            #expect(await simulator.requests.count == 6)
        }
    }

    @Test func largeNumbers() async throws {
        try await withSimulator { _, coreclaw in
            let row = try await coreclaw.runs.results(Self.finished).first()
            #expect(row?["place_number"]?.integer == 9_007_199_254_740_993)
        }
    }

    @Test func typed() async throws {
        try await withSimulator { _, coreclaw in
            let run = try await coreclaw.runs.get(Self.finished)
            struct Place: Decodable {
                let title: String
                let rating: Double?
                let categories: [String]
            }
            for try await place in coreclaw.runs.results(run.id, pageSize: 100).decoded(as: Place.self) {
                print(place.title, place.rating ?? 0, place.categories)
            }
        }
    }

    @Test func misfit() async throws {
        struct Place: Decodable { let website: String }
        try await withSimulator { _, coreclaw in
            let rows = coreclaw.runs.results(Self.finished).decoded(as: Place.self)
            let error = await #expect(throws: DecodingError.self) { try await rows.collect() }
            #expect("\(String(describing: error))".contains("row 4 of page 1"))
        }
    }

    @Test func errorRows() async throws {
        try await withSimulator { _, coreclaw in
            let run = try await coreclaw.runs.get(RunID(SeededRuns.errorRows))
            struct Place: Decodable { let title: String }
            let decoder = JSONBytesDecoder()
            var places: [Place] = []
            for try await row in coreclaw.runs.results(run.id, pageSize: 100) {
                if row.isErrorReport {
                    print("not collected:", row["error"]?.string ?? "")
                } else {
                    places.append(try decoder.decode(Place.self, from: row))
                }
            }
            #expect(run.status == .succeeded && places.isEmpty && run.resultCount == 2)
        }
    }

    @Test func file() async throws {
        try await withFolder { simulator, coreclaw, folder in
            let run = try await coreclaw.runs.get(Self.finished)
            try await simulator.fail(download: .cut(afterBytes: 1000), times: 2)
            let link = try await coreclaw.runs.export(run.id, format: .xlsx, columns: ["title", "rating"])
            let file = try await coreclaw.download(link.url, to: folder.appending(path: "places.xlsx"))
            print(file.size, "bytes,", file.contentType ?? "")
            #expect(file.attempts == 3)
            #expect(await simulator.downloads.map(\.status) == [200, 206, 206])
            #expect(await simulator.downloads.allSatisfy { $0.credentials.isEmpty })
        }
    }

    @Test func resumed() async throws {
        try await withFolder { simulator, coreclaw, folder in
            let run = try await coreclaw.runs.get(Self.finished)
            let impatient = coreclaw.with { $0.retryPolicy = .none }
            try await simulator.fail(download: .cut(afterBytes: 1000), times: 1)
            let link = try await coreclaw.runs.export(run.id, format: .jsonl)
            await #expect(throws: APIError.self) {
                try await impatient.download(link.url, to: folder.appending(path: "places.jsonl"), resuming: true)
            }
            let path = folder.appending(path: "places.jsonl")
            let rows = try await coreclaw.download(link.url, to: path, resuming: true) { progress in
                print(progress.received, "of", progress.total ?? 0)
            }
            print(rows.resumedFrom, "bytes were there already")
            #expect(rows.resumedFrom == 1000)
            #expect(await simulator.downloads.map(\.status) == [200, 206])
        }
    }

    @Test func chunks() async throws {
        try await withSimulator { simulator, coreclaw in
            let run = try await coreclaw.runs.get(Self.finished)
            let link = try await coreclaw.runs.export(run.id, format: .jsonl)
            let download = try await coreclaw.download(link.url)
            var received = 0
            for try await chunk in download {
                received += chunk.count
                print(received, "of", download.response.contentLength ?? 0)
            }
            #expect(received == download.response.contentLength)
        }
    }

    @Test func expiredLink() async throws {
        try await withFolder { simulator, coreclaw, folder in
            let link = try await coreclaw.runs.export(Self.finished)
            await simulator.clock.advance(by: .seconds(4000))
            let error = await #expect(throws: APIError.self) {
                try await coreclaw.download(link.url, to: folder.appending(path: "late.csv"))
            }
            #expect(error?.operation == "download")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func logs() async throws {
        try await withFolder { _, coreclaw, folder in
            let run = try await coreclaw.runs.get(RunID(SeededRuns.failed))
            let log = try await coreclaw.runs.log(run.id)
            for entry in log.entries where entry.level == .error {
                print(entry.timestamp ?? .distantPast, entry.content ?? "")
            }
            if let url = log.fullLogURL {
                try await coreclaw.download(url, to: folder.appending(path: "run.log"))
            }
            #expect(log.entries.contains { $0.level == .error && $0.content?.contains("timeout") == true })
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "run.log").path))
        }
    }

    @Test func reasons() async throws {
        try await withSimulator { _, coreclaw in
            for try await run in coreclaw.runs.list(status: .failed).prefix(10) {
                print(run.id, run.errorMessage ?? "no reason given")
            }
            let failed = try await coreclaw.runs.list(status: .failed).first()
            #expect(failed?.errorMessage != nil)
            #expect(try await coreclaw.runs.get(RunID(SeededRuns.failed)).errorMessage == nil)
        }
    }

    @Test func history() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(startingAt: Date()))) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let thisMonth = RunMonth(containing: .now)
            for month in stride(from: thisMonth, through: thisMonth.advanced(by: -2), by: -1) {
                var spent: Decimal = 0
                for try await run in coreclaw.runs.list(during: month, pageSize: 100) {
                    spent += run.cost
                }
                print(month, spent, "USD")
            }
            let past = thisMonth.advanced(by: -1)
            let runs = try await coreclaw.runs.list(during: past).collect() + coreclaw.runs.list(during: thisMonth).collect()
            #expect(runs.count == 5 + SeededRuns.otherCount)
        }
    }
}
