import Testing

@testable import CoreClawSimulator

struct AuthenticationTests {
    private static let path = "/api/v2/worker-runs/\(SeededRuns.finished)"
    private static let v1Body = Array(#"{"run_slug":"\#(SeededRuns.finished)"}"#.utf8)

    @Test(arguments: Transport.allCases)
    func missingCredentialIsRefused(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            let response = try await transport.send(SimulatedRequest(path: Self.path), to: simulator)
            #expect(response.status == 401)
            #expect(response.text == #"{"code":12001,"message":"authentication required","request_id":"req-1"}"#)
        }
    }

    @Test(arguments: Transport.allCases)
    func wrongCredentialIsRefused(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            let request = SimulatedRequest(path: Self.path, headers: ["Authorization": "Bearer wrong"])
            let response = try await transport.send(request, to: simulator)
            #expect(response.status == 401)
            #expect(response.text == #"{"code":12002,"message":"invalid token","request_id":"req-1"}"#)
        }
    }

    @Test(arguments: [
        (SimulatedRequest(path: path, headers: ["authorization": "bearer simulator-key"]), 200),
        (SimulatedRequest(path: path, headers: ["api-key": "simulator-key"]), 200),
        (SimulatedRequest(path: "\(path)?token=simulator-key"), 200),
        (SimulatedRequest(path: path, headers: ["Authorization": "Bearer wrong", "api-key": "simulator-key"]), 200),
        (SimulatedRequest(path: "\(path)?token=wrong"), 401),
        (SimulatedRequest(path: path, headers: ["Authorization": "Basic simulator-key"]), 401),
        (SimulatedRequest(path: path, headers: ["Authorization": "Bearer "]), 401),
        (SimulatedRequest(method: "POST", path: "/api/v1/run/detail", headers: ["api-key": "simulator-key"], body: v1Body), 200),
        (
            SimulatedRequest(
                method: "POST",
                path: "/api/v1/run/detail",
                headers: ["Authorization": "Bearer simulator-key"],
                body: v1Body
            ), 200
        ),
        (SimulatedRequest(method: "POST", path: "/api/v1/run/detail?token=simulator-key", body: v1Body), 401),
    ])
    func everySchemeIsEnoughByItself(_ request: SimulatedRequest, _ status: Int) async throws {
        try await Simulator.with(.still) { simulator in
            #expect(await simulator.respond(to: request).status == status)
        }
    }

    @Test func v1AnswersInItsOwnEnvelope() async throws {
        try await Simulator.with(.still) { simulator in
            let response = await simulator.respond(
                to: SimulatedRequest(method: "POST", path: "/api/v1/run/detail", body: Self.v1Body)
            )
            let message = try #require(Route.errorMessages[20001])
            #expect(response.status == 401)
            #expect(response.text == #"{"code":20001,"message":"\#(message)","data":null}"#)
        }
    }

    @Test func anyOfTheKeysIsAccepted() async throws {
        try await Simulator.with(SimulatorOptions(apiKeys: ["first", "second"], clock: .manual())) { simulator in
            #expect(simulator.apiKey == "first")
            let request = SimulatedRequest(path: Self.path, headers: ["api-key": "second"])
            #expect(await simulator.respond(to: request).status == 200)
        }
    }
}
