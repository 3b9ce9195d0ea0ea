import Testing

@testable import CoreClawSimulator

struct CrossOriginTests {
    private static let origin = ["Origin": "https://docs.example.com"]

    @Test(arguments: Transport.allCases)
    func preflightAllowsWhatABrowserMaySend(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
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

    @Test func everyOperationCanBePreflighted() async throws {
        try await Simulator.with(.still) { simulator in
            for route in Route.all {
                var headers = Self.origin
                headers["Access-Control-Request-Method"] = route.method
                headers["Access-Control-Request-Headers"] = "authorization, content-type"
                let path = route.path.replacing(#/\{[a-zA-Z]+\}/#, with: "x")
                let response = await simulator.respond(to: SimulatedRequest(method: "OPTIONS", path: path, headers: headers))
                #expect(response.status == 204)
                let methods = try #require(response.headers["access-control-allow-methods"]).split(separator: ", ")
                #expect(methods.contains { $0 == route.method })
                // Browsers cannot use the other header with the service either.
                #expect(response.headers["access-control-allow-headers"]?.contains("api-key") == false)
            }
        }
    }

    @Test(arguments: ["/api/v2/worker-runs", "/nothing"])
    func refusalsAreReadableToo(_ path: String) async throws {
        try await Simulator.with(.still) { simulator in
            let response = await simulator.respond(to: SimulatedRequest(path: path, headers: Self.origin))
            #expect(response.headers["access-control-allow-origin"] == "*")
        }
    }

    @Test func aPageMayReadWhenToComeBack() async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "listStore", with: .status(429, retryAfter: 3))
            let response = await simulator.respond(to: SimulatedRequest(path: "/api/v2/store", headers: Self.origin))
            #expect(response.headers["access-control-expose-headers"] == "retry-after")
            #expect(response.headers["retry-after"] == "3")
        }
    }
}
