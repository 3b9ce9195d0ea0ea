import Testing

@testable import CoreClawSimulator

struct RunLogTests {
    @Test func linesAreObjectsWithLevels() async throws {
        try await Simulator.with(.still) { simulator in
            let data = try #require(try await simulator.get("/api/v2/worker-runs/\(SeededRuns.failed)/log")["data"])
            let lines = data["list"]?.elements ?? []
            #expect(lines.allSatisfy { $0.names == ["content", "group", "timestamp", "type"] })
            #expect(Set(lines.compactMap { $0["type"]?.integer }) == [1, 2, 4])
            #expect(lines.contains { $0["content"]?.string?.contains("\n") == true })
            #expect(lines.allSatisfy { Int64($0["group"]?.string ?? "") != nil })
            #expect(lines.first?["timestamp"]?.integer == 1_787_197_200_351)
            let times = lines.compactMap { $0["timestamp"]?.integer }
            #expect(times == times.sorted())
            #expect(lines.last?["content"] == "All subtasks have completed execution! Total 1 subtasks: 0 succeeded, 1 failed.")
        }
    }

    @Test func theLogGrows() async throws {
        try await Simulator.with(.still) { simulator in
            var counts: [Int] = []
            for step in [0, 5, 25, 10] {
                await simulator.clock.advance(by: .seconds(step))
                counts.append(try await simulator.get("/api/v2/worker-runs/\(SeededRuns.moving)/log").list.count)
            }
            #expect(counts == [1, 3, 4, 5])
        }
    }

    @Test func anAbortIsAWarning() async throws {
        try await Simulator.with(.still) { simulator in
            let lines = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.aborting)/log").list
            #expect(lines.last?["type"] == 3)
        }
    }

    @Test func aRunThatNeverStartedHasALogToo() async throws {
        try await Simulator.with(.still) { simulator in
            let id = try await simulator.start()
            await simulator.clock.advance(by: .seconds(1))
            _ = try await simulator.ask("POST", "/api/v2/worker-runs/\(id)/abort")
            await simulator.clock.advance(by: .seconds(60))
            let lines = try await simulator.get("/api/v2/worker-runs/\(id)/log").list
            #expect(lines.compactMap { $0["timestamp"]?.integer } == [1_787_198_400_351, 1_787_198_401_000])
        }
    }

    @Test func levelsMayBeWords() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), logLines: .objectsWithWords)) { simulator in
            let lines = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.failed)/log").list
            #expect(lines.compactMap { $0["type"]?.string } == ["info", "info", "debug", "info", "error", "info"])
        }
    }

    @Test func bareTextsAreAnOptionOfV2Alone() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), logLines: .strings)) { simulator in
            let lines = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.finished)/log").list
            #expect(lines.first == "SYSTEM: Preparing the execution environment.")
            let body: JSON = ["run_slug": .string(SeededRuns.finished)]
            let v1 = try await simulator.ask("POST", "/api/v1/run/last/log", body)
            #expect(v1.json.list.first?["type"] == 2)
        }
    }

    @Test func askingAgainKeepsNoOtherFile() async throws {
        try await Simulator.with(.still) { simulator in
            func link(_ run: String) async throws -> String {
                let data = try await simulator.get("/api/v2/worker-runs/\(run)/log")["data"]
                return try #require(data?["all_logs_url"]?.string)
            }
            let first = try await link(SeededRuns.moving)
            for _ in 0..<3 { #expect(try await link(SeededRuns.moving) == first) }
            #expect(try await DownloadClient.fetch(first).status == 200)
            #expect(try await link(SeededRuns.failed) != first)
            await simulator.clock.advance(by: .seconds(6))
            #expect(try await link(SeededRuns.moving).prefix { $0 != "?" } != first.prefix { $0 != "?" })
        }
    }

    @Test func theLinkLeadsToEveryLine() async throws {
        try await Simulator.with(.still) { simulator in
            let link = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.finished)/log")["data"]?["all_logs_url"]?.string
            let file = try await DownloadClient.fetch(try #require(link))
            #expect(
                file.text.hasPrefix("SYSTEM: Preparing the execution environment.\nSYSTEM: Running...\nVersion v1.2.6\nInput {")
            )
        }
    }
}
