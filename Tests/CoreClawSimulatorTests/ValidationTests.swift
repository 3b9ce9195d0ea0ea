import Testing

@testable import CoreClawSimulator

struct ValidationTests {
    @Test(arguments: [
        ("limit=101", #"["limit must be at most 100"]"#),
        ("limit=0", #"["limit must be at least 1"]"#),
        ("limit=ten", #"["limit must be an integer"]"#),
        ("limit=", #"["limit must be an integer"]"#),
        ("limit=99999999999999999999", #"["limit must be an integer"]"#),
        ("offset=-1&limit=1000", #"["offset must be at least 0","limit must be at most 100"]"#),
        ("status=aborted", #"["status must be one of ready, running, succeeded, failed, aborting"]"#),
    ])
    func aBrokenRuleIsNamed(_ query: String, _ details: String) async throws {
        try await Simulator.with(.still) { simulator in
            let response = await simulator.answer("/api/v2/worker-runs?\(query)")
            #expect(response.status == 422)
            #expect(
                response.text == #"{"code":11000,"message":"invalid argument","request_id":"req-1","details":\#(details)}"#
            )
        }
    }

    @Test(arguments: Transport.allCases)
    func theSocketSaysTheSame(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.get("/api/v2/worker-runs?limit=101", over: transport)
            #expect(answer["code"]?.integer == 11000)
            #expect(answer["details"] == .array(["limit must be at most 100"]))
        }
    }

    @Test func unknownQueryParametersAreIgnored() async throws {
        try await Simulator.with(.still) { simulator in
            #expect(await simulator.answer("/api/v2/worker-runs?colour=blue&limit=100&offset=0").status == 200)
        }
    }

    @Test(arguments: ["", "{}", "{", "[]", "null", #"{"run_slug":null}"#, #"{"run_slug":7}"#])
    func v1AnswersInItsOwnCodes(_ body: String) async throws {
        try await Simulator.with(.still) { simulator in
            let response = await simulator.respond(
                to: SimulatedRequest(
                    method: "POST",
                    path: "/api/v1/run/detail",
                    headers: ["api-key": simulator.apiKey],
                    body: Array(body.utf8)
                )
            )
            let message = try #require(Route.errorMessages[4000])
            #expect(response.status == 400)
            #expect(response.text == #"{"code":4000,"message":"\#(message)","data":null}"#)
        }
    }

    @Test func aBodyInUTF16IsRefused() async throws {
        let body = #"{"input":{"parameters":{"custom":{"keyword":"a"}}}}"#.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        try await Simulator.with(.still) { simulator in
            for mark in [[], [0xFE, 0xFF]] as [[UInt8]] {
                let response = await simulator.respond(
                    to: SimulatedRequest(
                        method: "POST",
                        path: "/api/v2/workers/demo-worker/runs",
                        headers: ["api-key": simulator.apiKey],
                        body: mark + body
                    )
                )
                #expect(response.status == 400)
                let refusal = try JSON(parsing: response.body)
                #expect(refusal["details"] == ["request body must be valid JSON"])
            }
        }
    }

    @Test func deepNestingIsNoDocument() throws {
        let bytes = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(throws: JSON.ParsingError.self) { try JSON(parsing: bytes) }
    }
}
