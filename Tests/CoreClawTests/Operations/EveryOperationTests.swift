import CoreClaw
import CoreClawSimulator
import Testing

/// Every method of the client against the simulator on a socket: as its page shows it, and with every error its page names.
struct EveryOperationTests {
    @Test func thereAreFiftyTwoOperations() {
        #expect(Set(Examples.calls.map(\.operation)).count == 52)
    }

    @Test(arguments: Examples.calls.indices)
    func succeeds(index: Int) async throws {
        let (operation, _, call) = Examples.calls[index]
        try await withSimulator { simulator, coreclaw in
            try await call(coreclaw)
            #expect(await simulator.requests.contains { $0.operation == operation })
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
