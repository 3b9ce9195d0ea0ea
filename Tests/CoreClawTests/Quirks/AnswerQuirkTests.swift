import CoreClaw
import CoreClawSimulator
import Testing

/// How envelopes are read, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct AnswerQuirkTests {
    private static func error(_ answer: ScriptedService.Answer) async -> APIError? {
        await #expect(throws: APIError.self) { try await ScriptedService(answer).client.account.get() }
    }

    @Test("Q9: an error status is an error whatever the code says")
    func errorStatus() async {
        let error = await Self.error(.body(#"{"code":0,"message":"odd","data":{},"request_id":"req-9"}"#, status: 500))
        #expect(error?.kind == .server)
        #expect(error?.status?.code == 500)
        #expect(error?.code == 0)
        #expect(error?.message == "odd")
        #expect(error?.requestID == "req-9")
    }

    @Test("Q9: an error behind a success carries both layers and the request id")
    func errorCode() async {
        let error = await Self.error(.body(#"{"code":30001,"message":"poor","request_id":"req-9"}"#))
        #expect(error?.status?.code == 200)
        #expect(error?.code == .insufficientBalance)
        #expect(error?.message == "poor")
        #expect(error?.requestID == "req-9")
    }

    @Test("Q10: 0 is a success, however it is written", arguments: ["0", #""0""#, "0.0", "0e3"])
    func success(code: String) async throws {
        let service = ScriptedService(.body(#"{"code":\#(code),"data":{"balance":"1"}}"#))
        #expect(try await service.client.account.get().balance == 1)
    }

    @Test(
        "Q10: another code is an error, however it is written and whatever the status",
        arguments: [#"11004"#, #""11004""#, "11004.0"],
        [200, 404]
    )
    func failure(code: String, status: Int) async {
        let error = await Self.error(.body(#"{"code":\#(code),"data":{"balance":"1"}}"#, status: status))
        #expect(error?.code == .notFound)
        #expect(error?.kind == .notFound)
    }

    @Test(
        "Q10: a 2xx answer without a code that can be read is an error",
        arguments: [
            #"{"data":{"balance":"1"}}"#, #"{"code":null,"data":{"balance":"1"}}"#, #"{"code":"","data":{}}"#,
            #"{"code":"OK","data":{}}"#, #"{"code":0.5,"data":{}}"#, #"{"code":true,"data":{}}"#, #"{"code":{},"data":{}}"#,
            "{}", "<html>Welcome</html>", "null", "[]", "",
        ],
        [200, 201]
    )
    func noCode(body: String, status: Int) async {
        let error = await Self.error(.body(body, status: status))
        #expect(error?.kind == .unexpectedAnswer)
        #expect(error?.code == nil)
    }

    @Test(
        "Q10: where there is nothing to read, a 2xx answer without a code is an error too",
        arguments: ["{}", #"{"code":null}"#, #"{"message":"success"}"#, #"{"code":"OK"}"#, "<html>Welcome</html>"]
    )
    func noCodeOfAnAbort(body: String) async {
        let error = await #expect(throws: APIError.self) { try await ScriptedService(.body(body)).client.runs.abort("r") }
        #expect(error?.kind == .unexpectedAnswer)
    }

    @Test("Q10: an abort that is answered by nothing at all is not known to have succeeded")
    func emptyAnswer() async {
        let error = await #expect(throws: APIError.self) { try await ScriptedService(.body("")).client.runs.abort("r") }
        #expect(error?.kind == .unexpectedAnswer)
    }

    @Test(
        "Q10: without a code the status is the error",
        arguments: [
            ("{}", 404, APIError.Kind.notFound), (#"{"code":null,"message":"gone"}"#, 404, .notFound),
            (#"{"code":"E1"}"#, 401, .unauthorized), ("<html>Bad gateway</html>", 502, .server), ("", 503, .server),
        ]
    )
    func errorWithoutCode(body: String, status: Int, kind: APIError.Kind) async {
        let error = await Self.error(.body(body, status: status))
        #expect(error?.kind == kind)
        #expect(error?.status?.code == status)
        #expect(error?.code == nil)
        #expect(error?.bodyExcerpt == (body.isEmpty ? nil : body))
    }

    @Test("Q15: a payload that nobody needs is not read", arguments: ["", #","data":null"#, #","data":{}"#, #","data":["?"]"#])
    func ignoredPayload(data: String) async throws {
        let service = ScriptedService(.body(#"{"code":0,"message":"success"\#(data)}"#))
        let coreclaw = service.client
        try await coreclaw.runs.abort("r")
        try await coreclaw.runs.last.abort()
        try await coreclaw.workers.lastRun.abort("w")
        try await coreclaw.tasks.update("t", title: "T")
        try await coreclaw.tasks.updateInput("t", input: .raw([:]))
        try await coreclaw.tasks.delete("t")
        #expect(await service.received.count == 6)
    }

    @available(*, deprecated)
    @Test("Q15: nor is it in the first version", arguments: ["", #","data":null"#, #","data":{}"#])
    func ignoredPayloadOfFirstVersion(data: String) async throws {
        let service = ScriptedService(.body(#"{"code":0,"message":"success"\#(data)}"#))
        try await service.client.v1.scraperAbort(id: "r")
        #expect(await service.received.count == 1)
    }

    @Test("Q15: changes of tasks are answered under each rule", arguments: [UpdateDataRule.emptyObject, .absent])
    func changes(rule: UpdateDataRule) async throws {
        var options = SimulatorOptions()
        options.updateData = rule
        try await withSimulator(options) { _, coreclaw in
            let id = TaskID(SeededTasks.news)
            try await coreclaw.tasks.update(id, title: "New")
            try await coreclaw.tasks.updateInput(id, input: .custom(["keyword": "new"]))
            #expect(try await coreclaw.tasks.get(id).title == "New")
            try await coreclaw.tasks.delete(id)
        }
    }

    @Test("Q15: an abort that comes too late is refused, and following the run shows its end")
    func secondAbort() async throws {
        try await withSimulator { simulator, coreclaw in
            await simulator.clock.advance(by: .seconds(10))
            let id = RunID(SeededRuns.moving)
            try await coreclaw.runs.abort(id)
            let error = await #expect(throws: APIError.self) { try await coreclaw.runs.abort(id) }
            #expect(error?.code == .runFailed)
            #expect(try await coreclaw.runs.waitUntilFinished(id).status == .aborted)
        }
    }

    @Test("Q44: the request id is there where the answer has it", arguments: ["req-123", nil])
    func requestID(id: String?) async throws {
        let member = id.map { #","request_id":"\#($0)""# } ?? ""
        let service = ScriptedService(.body(#"{"code":0,"data":{}\#(member)}"#), .body(#"{"code":11000\#(member)}"#, status: 400))
        #expect(try await service.client.response(to: GetAccount()).requestID == id)
        let error = await #expect(throws: APIError.self) { try await service.client.account.get() }
        #expect(error?.requestID == id)
    }

    @Test(
        "Q45: details of any form are kept as texts",
        arguments: [
            ("null", []), ("[]", []), (#""limit is too large""#, ["limit is too large"]), ("7", ["7"]),
            (#"["a","b"]"#, ["a", "b"]), (#"["a",1,{"b":null}]"#, ["a", "1", #"{"b":null}"#]),
            (#"{"limit":"too large","offset":[1]}"#, ["limit: too large", "offset: [1]"]),
        ] as [(String, [String])]
    )
    func details(written: String, texts: [String]) async {
        let error = await Self.error(.body(#"{"code":11000,"message":"no","details":\#(written)}"#, status: 400))
        #expect(error?.details == texts)
    }
}
