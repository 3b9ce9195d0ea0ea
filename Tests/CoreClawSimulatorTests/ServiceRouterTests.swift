import Testing

@testable import CoreClawSimulator

struct ServiceRouterTests {
    @Test(arguments: [
        "/", "/nothing", "/api/v2/nothing", "/api/v2/worker-runs/", "/api/v2/worker-runs//result",
        "/api/v2/worker-runs/01KZZZZZZZZZZZZZZZZZZZZZZZ", "/api/v2/worker-runs/01KZZZZZZZZZZZZZZZZZZZZZZZ/result",
        "/api/v2/workers/nobody~nothing/runs/last", "/api/v2/workers/\(SeededWorkers.withoutRuns)/runs/last",
        "/api/v2/workers/coreclaw%2Fgoogle-maps-scraper/runs/last",
    ])
    func whatDoesNotExistIsNotFound(_ path: String) async throws {
        try await Simulator.with(.still) { simulator in
            let response = await simulator.answer(path)
            #expect(response.status == 404)
            #expect(response.text == #"{"code":11004,"message":"not found","request_id":"req-1"}"#)
        }
    }

    @Test func v1HasItsOwnCodeForAnUnknownRun() async throws {
        try await Simulator.with(.still) { simulator in
            let response = await simulator.respond(
                to: SimulatedRequest(
                    method: "POST",
                    path: "/api/v1/run/detail",
                    headers: ["api-key": simulator.apiKey],
                    body: Array(#"{"run_slug":"nothing"}"#.utf8)
                )
            )
            let message = try #require(Route.errorMessages[70001])
            #expect(response.status == 404)
            #expect(response.text == #"{"code":70001,"message":"\#(message)","data":null}"#)
        }
    }

    @Test(arguments: Transport.allCases)
    func aWrongMethodIsToldTheRightOnes(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            let request = SimulatedRequest(method: "DELETE", path: "/api/v2/worker-runs")
            let response = try await transport.send(request, to: simulator)
            #expect(response.status == 405)
            #expect(response.headers["allow"] == "GET")
            #expect(response.text == #"{"code":11000,"message":"method not allowed","request_id":"req-1"}"#)
        }
    }

    @Test func aBodyTooLargeIsRefused() async throws {
        try await Simulator.with(.still) { simulator in
            let request = SimulatedRequest(
                method: "POST",
                path: "/api/v1/run/detail",
                body: Array(repeating: UInt8(ascii: " "), count: RequestRecording.maximumBodySize + 1)
            )
            #expect(await simulator.respond(to: request).status == 413)
        }
    }

    @Test(arguments: ["GE T", ""])
    func aMethodThatHTTPDoesNotAllowIsRefused(_ method: String) async throws {
        try await Simulator.with(.still) { simulator in
            #expect(await simulator.respond(to: SimulatedRequest(method: method, path: "/")).status == 400)
        }
    }
}
