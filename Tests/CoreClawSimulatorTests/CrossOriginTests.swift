import Testing

@testable import CoreClawSimulator

struct CrossOriginTests {
    private static let origin = ["Origin": "https://docs.example.com"]

    @Test(arguments: Transport.allCases)
    func preflightAllowsWhatABrowserMaySend(_ transport: Transport) async throws {
        try await Simulator.with { simulator in
            var headers = Self.origin
            headers["Access-Control-Request-Method"] = "GET"
            headers["Access-Control-Request-Headers"] = "authorization"
            let request = SimulatedRequest(method: "OPTIONS", path: "/api/v2/worker-runs", headers: headers)
            let response = try await transport.send(request, to: simulator)
            #expect(response.status == 204)
            #expect(response.headers["access-control-allow-origin"] == "*")
            #expect(response.headers["access-control-allow-methods"] == "GET, POST, PUT, DELETE")
            #expect(response.headers["access-control-allow-headers"] == "authorization, content-type")
            #expect(await simulator.requests.isEmpty)
        }
    }

    @Test(arguments: ["/api/v2/worker-runs", "/nothing"])
    func refusalsAreReadableToo(_ path: String) async throws {
        try await Simulator.with { simulator in
            let response = await simulator.respond(to: SimulatedRequest(path: path, headers: Self.origin))
            #expect(response.headers["access-control-allow-origin"] == "*")
        }
    }
}
