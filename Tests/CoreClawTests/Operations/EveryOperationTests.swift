import CoreClaw
import CoreClawSimulator
import Testing

/// Every method of the client against the simulator on a socket: as its page shows it, and with every error its page names.
@Suite(.serialized)
struct EveryOperationTests {
    @Test func thereAreFiftyTwoOperations() {
        #expect(Set(Examples.calls.map(\.operation)).count == 52)
    }

    @Test(arguments: Examples.calls.indices)
    func succeeds(index: Int) async throws {
        let (operation, _, call) = Examples.calls[index]
        // A start that waits for the end of its run moves the time; nothing else does, so that what is to be stopped does not end before.
        try await withSimulator(clock: .skippingWaits()) { simulator, coreclaw in
            if Self.aborts.contains(operation) {
                // The runs of the examples have ended; of a Worker, and of the account, there shall be a newer one.
                _ = try await coreclaw.workers.run(WorkerID(SeededWorkers.maps), input: .custom(["keywords": ["coffee"]]))
            }
            do {
                try await call(coreclaw)
            } catch let error as APIError where operation == "abortWorkerRun" {
                #expect(error.code == .runFailed)
            }
            #expect(await simulator.requests.contains { $0.operation == operation })
        }
    }

    private static let aborts = ["abortWorkerRun", "abortWorkerLastRun", "abortLastWorkerRun"]

    @Test("A run that is at work is stopped, and a second request is refused")
    func abort() async throws {
        try await withSimulator { simulator, coreclaw in
            let id = RunID(SeededRuns.moving)
            try await coreclaw.runs.abort(id)
            #expect(try await coreclaw.runs.get(id).status == .aborting)
            let error = await #expect(throws: APIError.self) { try await coreclaw.runs.abort(id) }
            #expect(error?.code == .runFailed)
        }
    }

    @Test(arguments: Examples.calls.indices)
    func failsAsDocumented(index: Int) async throws {
        let (operation, errors, call) = Examples.calls[index]
        #expect(!errors.isEmpty)
        try await withSimulator { simulator, coreclaw in
            let once = coreclaw.with { $0.retryPolicy.maximumAttempts = 1 }
            for (status, codes) in errors {
                for code in codes {
                    try await simulator.fail(operation: operation, with: .status(status, code: code))
                    let error = await #expect(throws: APIError.self, "\(operation): \(status), \(code)") { try await call(once) }
                    #expect(error?.status?.code == status)
                    #expect(error?.code == APIErrorCode(rawValue: code))
                    #expect(error?.operation == operation)
                }
            }
        }
    }
}
