import Foundation
import Testing

@testable import CoreClawSimulator

struct WaitedStartsTests {
    private static let path = "/api/v2/workers/\(SeededWorkers.maps)/runs"
    private static func body(_ count: JSON = 10, limit: JSON = 20) -> JSON {
        ["input": .nested(["keywords": ["coffee"], "max_results": count]), "is_async": false, "limit": limit, "offset": 2]
    }

    /// Moves the clock while an answer is outstanding.
    private static func answer(
        _ simulator: Simulator,
        _ path: String,
        _ body: JSON,
        moving steps: [Duration]
    ) async throws -> ServiceAnswer {
        let answer = Task { try await simulator.ask("POST", path, body) }
        try await simulator.untilARunIsStarted()
        for step in steps { await simulator.clock.advance(by: step) }
        return try await answer.value
    }

    @Test func aCallerWaitsForTheEnd() async throws {
        try await Simulator.with(.still) { simulator in
            let steps: [Duration] = [.seconds(2), .seconds(3), .seconds(3)]
            let answer = try await Self.answer(simulator, Self.path, Self.body(10, limit: 4), moving: steps)
            let data = try #require(answer.data)
            #expect(
                data.names == [
                    "error_message", "execution_end_timestamp", "execution_start_timestamp", "result_message", "results",
                    "run_slug", "run_status", "running_duration",
                ]
            )
            #expect(data["run_status"] == "succeeded")
            #expect(data["running_duration"] == 6)
            #expect(data["execution_start_timestamp"] == 1_787_198_402)
            #expect(data["execution_end_timestamp"] == 1_787_198_408)
            #expect(data["results"]?["count"] == 10)
            #expect(data["results"]?["page_index"] == 2)
            #expect(data["results"]?["list"]?.elements.count == 4)
        }
    }

    @Test func aRealClockIsReallyWaitedFor() async throws {
        try await Simulator.with(SimulatorOptions(clock: SimulatedClock(speed: 40))) { simulator in
            let begin = ContinuousClock.now
            let answer = try await simulator.ask("POST", Self.path, Self.body(), over: .socket)
            #expect(answer.data?["run_status"] == "succeeded")
            #expect(ContinuousClock.now - begin >= .milliseconds(150))
        }
    }

    @Test func aFailureIsAnAnswerToo() async throws {
        try await Simulator.with(.still) { simulator in
            let body: JSON = ["input": .nested([:]), "is_async": false]
            let answer = try await Self.answer(simulator, Self.path, body, moving: [.seconds(60)])
            #expect(answer.status == 200)
            #expect(answer.data?["run_status"] == "failed")
            #expect(answer.data?["error_message"] == "Keywords is required")
        }
    }

    @Test func theWaitEndsAfterFiveMinutes() async throws {
        var slow = SimulatedWorker("acme~slow", json: "[]")
        slow.duration = .seconds(1000)
        try await Simulator.with(SimulatorOptions(clock: .manual(), workers: [slow])) { simulator in
            let body: JSON = ["input": .nested([:]), "is_async": false]
            let path = "/api/v2/workers/acme~slow/runs"
            let answer = try await Self.answer(simulator, path, body, moving: [.seconds(299), .seconds(1)])
            #expect(answer.data?["run_status"] == "running")
            #expect(answer.data?["execution_end_timestamp"] == 0)
            await simulator.clock.advance(by: .seconds(800))
            #expect(try await simulator.status(of: answer.data?["run_slug"]?.string ?? "") == "succeeded")
        }
    }

    @Test func rerunsSayWhetherTheyHaveFinished() async throws {
        try await Simulator.with(.still) { simulator in
            let path = "/api/v2/worker-runs/\(SeededRuns.finished)/rerun"
            let answer = try await Self.answer(simulator, path, ["is_async": false], moving: [.seconds(60)])
            #expect(
                answer.data?.names == [
                    "execution_end_timestamp", "execution_start_timestamp", "is_finished", "results", "run_slug", "run_status",
                    "running_duration",
                ]
            )
            #expect(answer.data?["is_finished"] == true)
        }
    }

    @Test func anAbortEndsTheWait() async throws {
        try await Simulator.with(.still) { simulator in
            let answer = Task { try await simulator.ask("POST", Self.path, Self.body()) }
            try await simulator.untilARunIsStarted()
            await simulator.clock.advance(by: .seconds(3))
            #expect(try await simulator.ask("POST", "/api/v2/worker-runs/last/abort").code == 0)
            await simulator.clock.advance(by: .seconds(5))
            #expect(try await answer.value.data?["run_status"] == "aborted")
        }
    }

    @Test func aCallerWhoLeavesDoesNotStopTheRun() async throws {
        try await Simulator.with(.still) { simulator in
            let request = SimulatedRequest(
                method: "POST",
                path: Self.path,
                headers: ["api-key": simulator.apiKey],
                body: Self.body().bytes
            )
            let caller = Task { try await Transport.socket.send(request, to: simulator) }
            try await simulator.untilARunIsStarted()
            caller.cancel()
            await #expect(throws: URLError.self) { try await caller.value }
            await simulator.clock.advance(by: .seconds(60))
            let run = try await simulator.ask("GET", "/api/v2/workers/\(SeededWorkers.maps)/runs/last").data
            #expect(run?["status"] == "succeeded")
            #expect(run?["results"] == 10)
        }
    }

    @Test func theEndOfTheSimulatorEndsTheWait() async throws {
        let simulator = try await Simulator.start(.still)
        let answer = Task { try await simulator.ask("POST", Self.path, Self.body(), over: .socket) }
        while await simulator.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        try await simulator.stop()
        await #expect(throws: (any Error).self) { try await answer.value }
    }
}
