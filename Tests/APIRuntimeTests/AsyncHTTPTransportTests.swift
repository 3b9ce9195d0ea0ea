import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct AsyncHTTPTransportTests {
    private static let success = #"{"code":0,"data":{"id":7}}"#

    private func client(
        _ url: URL,
        _ configure: (inout ClientConfiguration) -> Void = { _ in }
    ) -> TestClient {
        TestClient(apiKey: TestClient.key, baseURL: url) { configuration in
            configuration.retryPolicy.baseDelay = .milliseconds(1)
            configuration.removeTimeLimits()
            configuration.logger.logLevel = .critical
            configure(&configuration)
        }
    }

    private func withServer<T>(
        _ answer: @escaping @Sendable (String) -> [LoopbackServer.Step],
        _ body: (LoopbackServer) async throws -> T
    ) async throws -> T {
        let server = try LoopbackServer(answer)
        defer { server.stop() }
        return try await body(server)
    }

    @Test func sendsRequestsAndReadsAnswers() async throws {
        try await withServer({ _ in [.ok(Self.success, headers: "X-Request-Id: abc\r\n")] }) { server in
            let response = try await client(server.url).response(to: SendParcel())
            #expect(response.output.id == 7)
            #expect(response.requestID == "abc")
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("POST /parcels HTTP/1.1\r\n"))
            #expect(request.lowercased().contains("\r\nauthorization: bearer \(TestClient.key)\r\n"))
            #expect(request.lowercased().contains("\r\ncontent-type: application/json\r\n"))
            #expect(request.hasSuffix("\r\n\r\n{\"id\":1}"))
        }
    }

    @Test func requestsWithoutABodySayNothingOfOne() async throws {
        try await withServer({ _ in [.ok(Self.success)] }) { server in
            _ = try await client(server.url).send(GetParcel())
            #expect(server.requests[0].lowercased().contains("content-type") == false)
        }
    }

    @Test func readsChunkedAnswers() async throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunks = Self.success.map { "1\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"
        try await withServer({ _ in [.send(head), .send(chunks)] }) { server in
            let parcel = try await client(server.url).send(GetParcel())
            #expect(parcel.id == 7)
        }
    }

    @Test func decompressesAnswers() async throws {
        // gzip of {"code":0,"data":{"id":7}}
        let bytes = Array(
            Data(base64Encoded: "H4sIAAAAAAAC/6tWSs5PSVWyMtBRSkksSVSyqlbKTFGyMq+tBQA4GZVMGgAAAA==") ?? Data()
        )
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
        try await withServer({ _ in [.send(head), .sendBytes(bytes)] }) { server in
            let parcel = try await client(server.url).send(GetParcel())
            #expect(parcel.id == 7)
            #expect(server.requests[0].lowercased().contains("accept-encoding: gzip"))
        }
    }

    @Test(arguments: [25, 26])
    func countsWhatArrivesAfterDecompression(limit: Int) async throws {
        // gzip of {"code":0,"data":{"id":7}}
        let bytes = Array(
            Data(base64Encoded: "H4sIAAAAAAAC/6tWSs5PSVWyMtBRSkksSVSyqlbKTFGyMq+tBQA4GZVMGgAAAA==") ?? Data()
        )
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
        try await withServer({ _ in [.send(head), .sendBytes(bytes)] }) { server in
            let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
            let limits = HTTPTransportLimits(connectTimeout: .seconds(10), attemptTimeout: nil, maximumBodySize: limit)
            let body = try await AsyncHTTPTransport.shared.send(request, body: nil, limits: limits).body
            if limit == 26 {
                #expect(try await body.reduce(0) { $0 + $1.count } == 26)
            } else {
                let error = await #expect(throws: HTTPTransportError.self) { for try await _ in body {} }
                #expect(error?.reason == .bodyTooLarge)
            }
        }
    }

    @Test func aRefusedConnectionIsCertainlyNotSent() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:\(try LoopbackServer.unusedPort())"))
        let error = await apiError { try await client(url).send(SendParcel()) }
        #expect(error?.kind == .connection)
        #expect(error?.isCertainlyNotSent == true)
        #expect(error?.attempts == 4)
        #expect((error?.underlying as? HTTPTransportError)?.reason == .connectionRefused)
    }

    @Test func anUnknownHostIsCertainlyNotSent() async throws {
        let url = try #require(URL(string: "https://nowhere.invalid"))
        let error = await apiError { try await client(url) { $0.retryPolicy = .none }.send(SendParcel()) }
        #expect(error?.isCertainlyNotSent == true)
    }

    @Test func aFailedHandshakeIsCertainlyNotSent() async throws {
        let server = try LoopbackServer(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n") { _ in [.close] }
        defer { server.stop() }
        let url = try #require(URL(string: "https://127.0.0.1:\(server.port)"))
        let error = await apiError { try await client(url) { $0.retryPolicy = .none }.send(SendParcel()) }
        #expect(error?.kind == .connection)
        #expect((error?.underlying as? HTTPTransportError)?.reason == .tlsHandshake)
    }

    @Test(arguments: [
        ["HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\""],
        ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"co"],
        [], ["HTTP/1.1 200"], ["complete nonsense\r\n\r\n"], ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n"],
    ])
    func aBrokenAnswerMayHaveBeenSent(answer: [String]) async throws {
        try await withServer({ _ in answer.map { .send($0) } + [.close] }) { server in
            let error = await apiError { try await client(server.url).send(SendParcel()) }
            #expect(error?.kind == .connection)
            #expect(error?.isCertainlyNotSent == false)
            #expect(server.requests.count == 1)
            let again = await apiError { try await client(server.url).send(GetParcel()) }
            #expect(again?.attempts == 4)
            #expect(server.requests.count == 5)
        }
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\""])
    func aStalledAnswerTimesOut(start: String) async throws {
        try await withServer({ _ in [.send(start), .stall] }) { server in
            let clock = TestClock()
            let client = client(server.url) { $0.clock = clock }
            let call = Task { await apiError { try await client.send(SendParcel()) } }
            try await eventually { server.requests.count == 1 }
            let error = await withTimePassing(on: clock) { await call.value }
            #expect(error?.kind == .timeout)
            #expect(server.requests.count == 1)
        }
    }

    @Test func aSilentBodyTimesOut() async throws {
        try await withServer({ _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), .stall] }) { server in
            let clock = TestClock()
            let client = client(server.url) {
                $0.clock = clock
                $0.attemptTimeout = .seconds(31_536_000)
                $0.idleTimeout = .seconds(30)
            }
            let error = await withTimePassing(on: clock) { await apiError { try await client.send(SendParcel()) } }
            #expect(error?.message == "The answer stopped in its middle")
        }
    }

    @Test func cancellingEndsAStalledAnswerAtOnce() async throws {
        try await withServer({ _ in [.stall] }) { server in
            // Without the cancellation this would take an hour and be another error.
            let client = client(server.url)
            let task = Task { try await client.send(GetParcel()) }
            try await eventually { server.requests.count == 1 }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(server.requests.count == 1)
        }
    }

    @Test func doesNotFollowRedirectsItself() async throws {
        try await withServer({ _ in [.ok(Self.success)] }) { other in
            let location = "http://127.0.0.1:\(other.port)/elsewhere"
            let redirect = "HTTP/1.1 307 Temporary Redirect\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n"
            try await withServer({ _ in [.send(redirect)] }) { server in
                #expect(await apiError { try await client(server.url).send(SendParcel()) }?.kind == .unexpectedAnswer)
                #expect(other.requests.isEmpty)
                let parcel = try await client(server.url).send(GetParcel())
                #expect(parcel.id == 7)
                #expect(other.requests.count == 1)
                #expect(other.requests[0].hasPrefix("GET /elsewhere HTTP/1.1"))
                #expect(other.requests[0].lowercased().contains("authorization") == false)
            }
        }
    }

    @Test(arguments: [HTTPProxy.Kind.http, .socks], [0, 70_000, -1])
    func portsThatDoNotExistAreRefused(kind: HTTPProxy.Kind, port: Int) async throws {
        let url = try #require(URL(string: "http://127.0.0.1"))
        var settings = HTTPTransportSettings()
        settings.proxy = HTTPProxy(kind, host: "127.0.0.1", port: port)
        let transport = AsyncHTTPTransport(settings)
        let error = await apiError { try await client(url) { $0.transport = transport }.send(GetParcel()) }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.attempts == 0)
    }

    @Test func manyRequestsShareConnections() async throws {
        try await withServer({ _ in [.ok(Self.success)] }) { server in
            let client = client(server.url)
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<200 { group.addTask { try await client.send(GetParcel()).id } }
                return try await group.reduce(0, +)
            }
            #expect(sum == 1400)
            #expect(server.connections <= 64)
        }
    }

    @Test func aTransportOfItsOwnNeedsNoShutdown() async throws {
        try await withServer({ _ in [.ok(Self.success)] }) { server in
            var settings = HTTPTransportSettings()
            settings.maximumConnectionsPerHost = 1
            settings.allowsHTTP2 = false
            let client = client(server.url) { $0.transport = AsyncHTTPTransport(settings) }
            async let one = client.send(GetParcel())
            async let two = client.send(GetParcel())
            let ids = try await [one.id, two.id]
            #expect(ids == [7, 7])
            #expect(server.connections == 1)
        }
    }

    @Test func aHandshakeIsBoundedByTheConnectTimeout() async throws {
        try await withServer({ _ in [.stall] }) { server in
            let url = try #require(URL(string: "https://127.0.0.1:\(server.port)"))
            let error = await apiError {
                try await client(url) {
                    $0.connectTimeout = .milliseconds(100)
                    $0.retryPolicy = .none
                }.send(SendParcel())
            }
            #expect(error?.kind == .connection)
            #expect(error?.isCertainlyNotSent == true)
        }
    }
}
