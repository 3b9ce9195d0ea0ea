import CoreClaw
import CoreClawSimulator
import Testing

struct ErrorTests {
    private static func error(_ call: () async throws -> some Any) async -> APIError? {
        let error = await #expect(throws: APIError.self) { _ = try await call() }
        if let error { Canary.check(error: error) }
        return error
    }

    @Test func withoutAKeyNothingIsSent() async throws {
        try await withSimulator { simulator, _ in
            let coreclaw = CoreClawClient(baseURL: simulator.baseURL) { $0.environment = { _ in nil } }
            let error = await Self.error { try await coreclaw.runs.get(RunID(SeededRuns.finished)) }
            #expect(error?.kind == .missingCredential)
            #expect(await simulator.requests.isEmpty)
        }
    }

    @Test func wrongKey() async throws {
        try await withSimulator { simulator, _ in
            let coreclaw = CoreClawClient(apiKey: "wrong-key-1234", baseURL: simulator.baseURL)
            let error = await Self.error { try await coreclaw.runs.get(RunID(SeededRuns.finished)) }
            #expect(error?.code == .invalidToken)
            #expect(error?.status?.code == 401)
            #expect(error?.requestID?.isEmpty == false)
            #expect(!"\(String(reflecting: error))".contains("wrong-key-1234"))
        }
    }

    @Test func unknownRun() async throws {
        try await withSimulator { _, coreclaw in
            let error = await Self.error { try await coreclaw.runs.get("01KKDXV2G26BT7NH4ZQR2R4XXX") }
            #expect(error?.kind == .notFound)
            #expect(error?.code == .notFound)
        }
    }

    @Test("Q35: a page of more than 100 is refused")
    func refusedValue() async throws {
        try await withSimulator { _, coreclaw in
            let error = await Self.error { try await coreclaw.runs.list(pageSize: 101).page(1) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.status?.code == 422)
            #expect(error?.details == ["limit must be at most 100"])
        }
    }

    @Test(arguments: ["last", "", "..", "a\nb"])
    func identifiersThatNameNothing(text: String) async throws {
        try await withSimulator { simulator, coreclaw in
            let error = await Self.error { try await coreclaw.runs.get(RunID(text)) }
            #expect(error?.kind == .invalidArgument)
            #expect(await simulator.requests.isEmpty)
        }
    }

    @Test("Q9: HTTP 200 with another code is an error")
    func errorBehindSuccess() async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: "getWorkerRun", with: .status(200, code: 70001))
            let error = await Self.error { try await coreclaw.runs.get(RunID(SeededRuns.finished)) }
            #expect(error?.code == .runNotFound)
        }
    }

    @Test(arguments: [Fault.status(500), .status(429, retryAfter: 1), .cutConnection])
    func passingFailuresOfReadsAreRepeated(fault: Fault) async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: "getWorkerRun", with: fault, times: 2)
            let answer = try await coreclaw.response(to: GetWorkerRun(id: RunID(SeededRuns.finished)))
            #expect(answer.attempts == 3)
            #expect(answer.output.status == .succeeded)
        }
    }

    @Test func garbageIsAnErrorWithAnExcerpt() async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: "getWorkerRun", with: .garbage)
            let error = await Self.error { try await coreclaw.runs.get(RunID(SeededRuns.finished)) }
            #expect(error?.kind == .decoding || error?.kind == .unexpectedAnswer)
            #expect(error?.bodyExcerpt?.isEmpty == false)
        }
    }

    @Test func stalledAnswerTimesOut() async throws {
        try await withSimulator { simulator, coreclaw in
            // The limit is for the answer, not for a connection that takes its time.
            _ = try await coreclaw.runs.get(RunID(SeededRuns.finished))
            try await simulator.fail(operation: "getWorkerRun", with: .stall)
            let quick = coreclaw.with {
                $0.clock = ContinuousClock()
                $0.attemptTimeout = .milliseconds(200)
                $0.retryPolicy = .none
            }
            let error = await Self.error { try await quick.runs.get(RunID(SeededRuns.finished)) }
            #expect(error?.kind == .timeout)
        }
    }
}
