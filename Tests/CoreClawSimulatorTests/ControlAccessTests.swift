import Testing

@testable import CoreClawSimulator

/// Who may direct the simulator over HTTP.
struct ControlAccessTests {
    private static let fault = #"{"operation": "getWorkerRun", "kind": "status", "status": 500}"#

    private static func send(
        _ method: String,
        _ path: String,
        _ headers: [String: String],
        _ body: String = "",
        to simulator: Simulator,
        over transport: Transport = .memory
    ) async throws -> SimulatedResponse {
        let request = SimulatedRequest(method: method, path: path, headers: headers, body: Array(body.utf8))
        return try await transport.send(request, to: simulator)
    }

    @Test(
        arguments: [
            "http://localhost:8080", "https://localhost", "http://127.0.0.1:4010", "http://127.1.2.3", "http://[::1]:80",
            "https://docs.example.com",
        ],
        Transport.allCases
    )
    func pagesOfThisMachineAndNamedOnesMayDirectIt(_ origin: String, _ transport: Transport) async throws {
        let options = SimulatorOptions(allowedOrigins: ["https://Docs.example.com"], clock: .manual())
        try await Simulator.with(options) { simulator in
            let headers = ["Origin": origin, "Content-Type": "application/json"]
            let planned = try await Self.send("POST", "/__simulator/faults", headers, Self.fault, to: simulator, over: transport)
            #expect(planned.status == 204)
            #expect(planned.headers["access-control-allow-origin"] == origin)
            let refused = try await Self.send("POST", "/__simulator/faults", headers, "{}", to: simulator, over: transport)
            #expect(refused.status == 400)
            #expect(refused.headers["access-control-allow-origin"] == origin)
            let asked = ["Origin": origin, "Access-Control-Request-Method": "DELETE"]
            let preflight = try await Self.send("OPTIONS", "/__simulator/faults", asked, to: simulator, over: transport)
            #expect(preflight.status == 204)
            #expect(preflight.headers["access-control-allow-origin"] == origin)
            #expect(preflight.headers["access-control-allow-methods"] == "GET, POST, DELETE")
            #expect(preflight.headers["access-control-allow-headers"] == "content-type")
        }
    }

    @Test(arguments: [
        "https://evil.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example", "http://evil.example:80",
        "null", "http://localhost@evil.example", "https://docs.example.com:8443", "http://docs.example.com", "",
    ])
    func otherPagesMayNot(_ origin: String) async throws {
        let options = SimulatorOptions(allowedOrigins: ["https://docs.example.com"], clock: .manual())
        try await Simulator.with(options) { simulator in
            let headers = ["Origin": origin, "Content-Type": "application/json"]
            for (method, path, body) in [
                ("GET", "/requests", ""), ("POST", "/faults", Self.fault), ("POST", "/reset", ""), ("DELETE", "/faults", ""),
                ("POST", "/clock", #"{"advance": 5}"#), ("OPTIONS", "/faults", ""), ("GET", "", ""), ("GET", "/nothing", ""),
            ] {
                let answer = try await Self.send(method, "/__simulator\(path)", headers, body, to: simulator)
                #expect(answer.status == 403, "\(method) \(path)")
                #expect(answer.headers["access-control-allow-origin"] == nil)
                #expect(try JSON(parsing: answer.body)["errors"]?.elements.count == 1)
            }
            #expect(await simulator.clock.seconds == 1_787_198_400)
            #expect(await simulator.answer("/api/v2/worker-runs/\(SeededRuns.finished)").status == 200)
        }
    }

    @Test(arguments: ["/faults", "/downloads/faults", "/clock", "/reset"])
    func aPostIsJSON(_ path: String) async throws {
        try await Simulator.with(.still) { simulator in
            for headers in [[:], ["Content-Type": "text/plain"], ["Content-Type": "application/x-www-form-urlencoded"]] {
                let answer = try await Self.send("POST", "/__simulator\(path)", headers, "{}", to: simulator)
                #expect(answer.status == 415)
                #expect(answer.text == #"{"errors":["a POST needs Content-Type: application/json"]}"#)
            }
            let headers = ["Content-Type": "Application/JSON ; charset=utf-8"]
            let answer = try await Self.send("POST", "/__simulator\(path)", headers, to: simulator)
            #expect(answer.status == (path == "/reset" ? 204 : 400))
        }
    }

    @Test(arguments: [
        "evil.example", "evil.example:4010", "127.0.0.1.evil.example", "localhost@evil.example", "10.0.0.1", "[::2]",
    ])
    func anotherHostIsRefusedEverywhere(_ host: String) async throws {
        try await Simulator.with(.still) { simulator in
            let link = await simulator.downloadServer.link(to: ExportSample.file(.csv), named: "a")
            let base = simulator.baseURL.absoluteString
            for url in [base + "/api/v2/store", base + "/__simulator", base + "/nothing", link] {
                let answer = try await DownloadClient.fetch(url, headers: ["Host": host, "Origin": "http://\(host)"])
                #expect(answer.status == 421, "\(url)")
                #expect(answer.headers["content-type"] == ["application/json; charset=utf-8"])
                #expect(answer.headers["access-control-allow-origin"] == [])
                #expect(answer.text.contains("the Host must be localhost, 127.0.0.1 or [::1]"))
            }
            #expect(try await Self.send("GET", "/api/v2/store", ["Host": host], to: simulator).status == 421)
            #expect(await simulator.requests.isEmpty)
            #expect(await simulator.downloads.isEmpty)
        }
    }

    @Test(arguments: ["localhost", "LOCALHOST:1", "127.0.0.1", "127.9.9.9:65535", "[::1]", "[::1]:80"])
    func thisMachineMayBeCalledByEachOfItsNames(_ host: String) async throws {
        try await Simulator.with(.still) { simulator in
            let url = simulator.baseURL.absoluteString + "/api/v2/store"
            let answer = try await DownloadClient.fetch(url, headers: ["Host": host])
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: ["docs.example.com", "https://docs.example.com/", "https://", "null", "*", ""])
    func anAllowedOriginIsAnOrigin(_ origin: String) async throws {
        await #expect(throws: SimulatorError.invalidOption("'\(origin)' is not an origin such as https://docs.example.com")) {
            try await Simulator.start(SimulatorOptions(allowedOrigins: [origin]))
        }
    }
}
