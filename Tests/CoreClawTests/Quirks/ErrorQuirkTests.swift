import CoreClaw
import CoreClawSimulator
import Testing

/// What errors say, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct ErrorQuirkTests {
    private static func error(status: Int, code: Int, message: String = "no") async -> APIError? {
        let service = ScriptedService(.body(#"{"code":\#(code),"message":"\#(message)"}"#, status: status))
        let once = service.client.with { $0.retryPolicy = .none }
        return await #expect(throws: APIError.self) { try await once.account.get() }
    }

    @Test("Q41: the number counts, whatever its name", arguments: ["WORKER_VERSION_UNAVAILABLE", "WORKER_UNAVAILABLE", ""])
    func versionUnavailable(message: String) async {
        #expect(await Self.error(status: 400, code: 50003, message: message)?.code == .workerVersionUnavailable)
    }

    @Test("Q41: a version that there is not")
    func unknownVersion() async throws {
        try await withSimulator { _, coreclaw in
            let error = await #expect(throws: APIError.self) {
                try await coreclaw.workers.run(
                    WorkerID(SeededWorkers.maps),
                    input: .custom(["keywords": ["a"]]),
                    version: "latest"
                )
            }
            #expect(error?.code == .workerVersionUnavailable)
        }
    }

    @Test("Q42: what is not there is one kind of error", arguments: [11004, 50001, 60001, 70001], [200, 400, 404])
    func notFound(code: Int, status: Int) async {
        let error = await Self.error(status: status, code: code)
        #expect(error?.kind == .notFound)
        #expect(error?.code == APIErrorCode(rawValue: code))
    }

    @Test("Q42: one kind under each rule", arguments: [NotFoundRule.general, .bySubject])
    func unknownSubjects(rule: NotFoundRule) async throws {
        var options = SimulatorOptions()
        options.notFound = rule
        try await withSimulator(options) { _, coreclaw in
            let errors = [
                await #expect(throws: APIError.self) { try await coreclaw.workers.get("nobody~nothing") },
                await #expect(throws: APIError.self) { try await coreclaw.tasks.get("no-task") },
                await #expect(throws: APIError.self) { try await coreclaw.runs.get("no-run") },
            ]
            #expect(errors.map { $0?.kind } == [.notFound, .notFound, .notFound])
            let codes: [APIErrorCode] =
                rule == .general ? [.notFound, .notFound, .notFound] : [.workerNotFound, .taskNotFound, .runNotFound]
            #expect(errors.map { $0?.code } == codes)
        }
    }

    @Test(
        "Q43: codes of the first version are known in answers of the second",
        arguments: [
            (401, APIErrorCode.V1.invalidAPIKey, APIError.Kind.unauthorized), (400, APIErrorCode.V1.badRequest, .validation),
            (404, APIErrorCode.V1.notFound, .notFound), (429, APIErrorCode.V1.rateLimited, .rateLimited),
            (500, APIErrorCode.V1.serverError, .server), (200, APIErrorCode.V1.notFound, .notFound),
        ]
    )
    func codesOfFirstVersion(status: Int, code: APIErrorCode, kind: APIError.Kind) async {
        let error = await Self.error(status: status, code: code.rawValue)
        #expect(error?.code == code)
        #expect(error?.kind == kind)
    }

    @Test("Q43: an unknown code is kept as its number", arguments: [98765, -1, .max])
    func unknownCode(code: Int) async {
        #expect(await Self.error(status: 400, code: code)?.code == APIErrorCode(rawValue: code))
        #expect(await Self.error(status: 200, code: code)?.kind == .rejected)
    }

    @Test("Q43: a limit of the first version, which promises nothing, does not make a start repeat")
    func rateLimitOfFirstVersion() async throws {
        let service = ScriptedService(.body(#"{"code":4290}"#, status: 429), .data(#"{"run_slug":"r"}"#))
        let error = await #expect(throws: APIError.self) { try await service.client.workers.run("w") }
        #expect(error?.kind == .rateLimited)
        #expect(await service.received.count == 1)
    }

    @Test("Q46: a refused value is one kind of error", arguments: [400, 422])
    func refusedValue(status: Int) async {
        let error = await Self.error(status: status, code: 11000)
        #expect(error?.kind == .validation)
        #expect(error?.code == .invalidArgument)
    }

    @Test("Q47: the text of another code changes nothing")
    func foreignText() async {
        let failed = await Self.error(status: 400, code: 50002, message: "worker does not exist")
        #expect(failed?.code == .workerRunFailed)
        #expect(failed?.kind == .rejected)
        let refused = await Self.error(status: 400, code: 70002, message: "run record does not exist")
        #expect(refused?.code == .runFailed)
        #expect(refused?.kind == .conflict)
    }
}
