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

    @Test("Q5: a run that stays aborting is taken for ended")
    func lingering() async throws {
        try await withSimulator { simulator, coreclaw in
            let run = try await coreclaw.runs.waitUntilFinished(RunID(SeededRuns.aborting))
            #expect(run.status == .aborting)
            #expect(await simulator.requests.count > 3)
        }
    }
}
