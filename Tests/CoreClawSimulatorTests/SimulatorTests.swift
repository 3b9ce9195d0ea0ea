import Foundation
import Testing

@testable import CoreClawSimulator

struct SimulatorTests {
    @Test func severalRunAtOnce() async throws {
        try await Simulator.with(SimulatorOptions(apiKeys: ["one"], clock: .manual())) { first in
            try await Simulator.with(SimulatorOptions(apiKeys: ["two"], paging: .rowOffset, clock: .manual())) { second in
                #expect(first.baseURL != second.baseURL)
                let path = "/api/v2/worker-runs/\(SeededRuns.finished)/result?offset=2"
                let pages = try await first.get(path, over: .socket)
                let rows = try await second.get(path, over: .socket)
                #expect(pages["data"]?["page_index"] == 2)
                #expect(rows["data"]?["page_index"] == 1)
                #expect(await first.requests.count == 1)
                let wrong = SimulatedRequest(path: path, headers: ["Authorization": "Bearer one"])
                let refused = try await Transport.socket.send(wrong, to: second)
                #expect(refused.status == 401)
            }
        }
    }

    @Test func aTakenPortIsAClearError() async throws {
        try await Simulator.with(.still) { simulator in
            let port = try #require(simulator.baseURL.port)
            let error = await #expect(throws: SimulatorError.self) {
                try await Simulator.start(SimulatorOptions(port: port, clock: .manual()))
            }
            let text = try #require(error?.description)
            #expect(text.hasPrefix("The simulator cannot listen on 127.0.0.1:\(port): "))
            #expect(text.contains("in use"))
        }
    }

    /// A port that no other test takes by chance: the system gives out higher ones.
    private static func port(_ first: Int) -> Int { first + Int(ProcessInfo.processInfo.processIdentifier % 6000) }

    @Test func stoppingFreesThePort() async throws {
        let port = Self.port(20_000)
        let first = try await Simulator.start(SimulatorOptions(port: port, clock: .manual()))
        _ = try await first.get("/api/v2/worker-runs", over: .socket)
        try await first.stop()
        try await first.stop()
        try await Simulator.with(SimulatorOptions(port: port, clock: .manual())) { second in
            #expect(second.baseURL == first.baseURL)
            let answer = try await second.get("/api/v2/worker-runs", over: .socket)
            #expect(answer["code"] == 0)
        }
    }

    @Test func withStopsAlsoAfterAnError() async throws {
        struct Failure: Error {}
        let options = SimulatorOptions(port: Self.port(26_000), clock: .manual())
        await #expect(throws: Failure.self) {
            try await Simulator.with(options) { _ in throw Failure() }
        }
        try await Simulator.with(options) { #expect($0.baseURL.port == options.port) }
    }

    @Test(arguments: [
        SimulatorOptions(port: -1), SimulatorOptions(port: 65536), SimulatorOptions(apiKeys: []), SimulatorOptions(apiKeys: [""]),
    ])
    func impossibleOptionsAreRefused(_ options: SimulatorOptions) async throws {
        await #expect(throws: SimulatorError.self) { try await Simulator.start(options) }
    }

    @Test(arguments: Transport.allCases)
    func whatWasReceivedIsWrittenDownWithoutCredentials(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            let request = SimulatedRequest(
                method: "POST",
                path: "/api/v1/run/detail?token=secret&q=a%20b+c&empty",
                headers: ["Authorization": "Bearer secret", "api-key": "secret", "X-Trace": "7"],
                body: Array("{}".utf8)
            )
            _ = try await transport.send(request, to: simulator)
            _ = try await transport.send(SimulatedRequest(path: "/nothing"), to: simulator)
            let received = await simulator.requests
            #expect(received.map(\.operation) == ["v1RunDetail", nil])
            #expect(received.map(\.path) == ["/api/v1/run/detail", "/nothing"])
            let first = try #require(received.first)
            #expect(first.method == "POST")
            #expect(first.queryValue("q") == "a b c")
            #expect(first.queryValue("empty") == "")
            #expect(first.queryValue("token") == ReceivedRequest.redacted)
            #expect(first.headers["authorization"] == ReceivedRequest.redacted)
            #expect(first.headers["api-key"] == ReceivedRequest.redacted)
            #expect(first.headers["x-trace"] == "7")
            #expect(first.body == Array("{}".utf8))
            #expect(!"\(received)".contains("secret"))
            await simulator.clearRequests()
            #expect(await simulator.requests.isEmpty)
        }
    }

    @Test func manyRequestsAtOnceAreAllAnswered() async throws {
        try await Simulator.with(.still) { simulator in
            let codes = try await withThrowingTaskGroup(of: Int64?.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        try await simulator.get("/api/v2/worker-runs?offset=\(index)", over: .socket)["code"]?.integer
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes == Array(repeating: 0, count: 40))
            #expect(await simulator.requests.count == 40)
        }
    }
}
