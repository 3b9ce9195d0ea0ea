import Testing

@testable import CoreClawSimulator

struct RunTimelineTests {
    private typealias State = RunTimeline.State

    @Test(
        arguments: [
            (0, State(status: .ready, startedAt: 0, finishedAt: 0, duration: 0, progress: 0)),
            (4, State(status: .ready, startedAt: 0, finishedAt: 0, duration: 0, progress: 0)),
            (5, State(status: .running, startedAt: 105, finishedAt: 0, duration: 0, progress: 0)),
            (20, State(status: .running, startedAt: 105, finishedAt: 0, duration: 15, progress: 500)),
            (35, State(status: .succeeded, startedAt: 105, finishedAt: 135, duration: 30, progress: 1000)),
            (1_000_000, State(status: .succeeded, startedAt: 105, finishedAt: 135, duration: 30, progress: 1000)),
        ] as [(Int64, RunTimeline.State)]
    )
    func stateIsAFunctionOfTime(_ age: Int64, _ state: RunTimeline.State) {
        let timeline = RunTimeline(createdAt: 100, waiting: 5, working: 30, outcome: .succeeded)
        #expect(timeline.state(at: 100 + age) == state)
    }

    @Test func anAbortingRunHasNotFinished() {
        let timeline = RunTimeline(createdAt: 100, waiting: 1, working: 2, outcome: .aborting)
        #expect(timeline.state(at: 200).finishedAt == 0)
    }

    @Test func anAbortStopsTheWorkWhereItIs() {
        let timeline = RunTimeline(createdAt: 100, waiting: 5, working: 30, outcome: .succeeded).aborted(at: 120, after: 5)
        #expect(timeline.state(at: 1000) == State(status: .aborted, startedAt: 105, finishedAt: 125, duration: 15, progress: 500))
        #expect(timeline.state(at: 124) == State(status: .aborting, startedAt: 105, finishedAt: 0, duration: 15, progress: 500))
        #expect([100, 105, 120, 125].map(timeline.nextChange(after:)) == [105, 120, 125, nil])
        let early = RunTimeline(createdAt: 100, waiting: 5, working: 30, outcome: .succeeded).aborted(at: 100, after: nil)
        #expect(early.state(at: 1000) == State(status: .aborting, startedAt: 0, finishedAt: 0, duration: 0, progress: 0))
    }

    @Test func workMayTakeNoTime() {
        let timeline = RunTimeline(createdAt: 100, waiting: 0, working: 0, outcome: .succeeded)
        #expect(
            timeline.state(at: 100) == State(status: .succeeded, startedAt: 100, finishedAt: 100, duration: 0, progress: 1000)
        )
    }

    @Test func theMovingRunMovesWithTheClock() async throws {
        try await Simulator.with(.still) { simulator in
            var seen: [String] = []
            for step: Duration in [.zero, .seconds(4.5), .seconds(0.5), .seconds(15), .seconds(15)] {
                await simulator.clock.advance(by: step)
                let run = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.moving)")["data"]
                let rows = try await simulator.get("/api/v2/worker-runs/\(SeededRuns.moving)/result?limit=100").list.count
                #expect(run?["results"]?.integer == Int64(rows))
                seen.append("\(run?["status"]?.string ?? "") \(rows)")
            }
            #expect(seen == ["ready 0", "ready 0", "running 0", "running 20", "succeeded 40"])
        }
    }
}
