import CoreClaw
import CoreClawSimulator
import Testing

struct WaitingTests {
    @Test func everyStateIsSeen() async throws {
        try await withSimulator { _, coreclaw in
            var states: [RunStatus] = []
            for try await run in coreclaw.runs.updates(RunID(SeededRuns.moving)) { states.append(run.status) }
            #expect(states.first == .ready)
            #expect(states.contains(.running))
            #expect(states.last == .succeeded)
        }
    }

    @Test func finalStateIsAnsweredWhateverItIs() async throws {
        try await withSimulator { _, coreclaw in
            let failed = try await coreclaw.runs.waitUntilFinished(RunID(SeededRuns.failed))
            #expect(failed.status == .failed)
            #expect(throws: (any Error).self) { try failed.requireSucceeded() }
            let done = try await coreclaw.runs.waitUntilFinished(RunID(SeededRuns.moving)).requireSucceeded()
            #expect(done.resultCount == 40)
        }
    }

    @Test("Q5: a run that stays aborting is taken for ended after a minute")
    func lingering() async throws {
        try await withSimulator { simulator, coreclaw in
            let begin = await simulator.clock.now
            let run = try await coreclaw.runs.waitUntilFinished(RunID(SeededRuns.aborting))
            #expect(run.status == .aborting)
            #expect(await simulator.clock.now.timeIntervalSince(begin) == 60)
            #expect(await simulator.requests.count > 3)
        }
    }

    @Test("Q5: a run that is aborted is waited for until it has stopped")
    func aborted() async throws {
        try await withSimulator { simulator, coreclaw in
            await simulator.clock.advance(by: .seconds(10))
            let id = RunID(SeededRuns.moving)
            try await coreclaw.runs.abort(id)
            #expect(try await coreclaw.runs.waitUntilFinished(id).status == .aborted)
        }
    }
}
