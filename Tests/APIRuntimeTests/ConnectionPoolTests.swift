import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

/// Calls that have to share few connections, over real sockets.
@Suite struct ConnectionPoolTests {
    private static let success = #"{"code":0,"data":{"id":7}}"#

    /// An operation that may take minutes.
    private struct PackParcel: APIOperation {
        typealias Output = Parcel
        static let descriptor = OperationDescriptor(
            id: "packParcel",
            method: .post,
            path: "/parcels/pack",
            idempotency: .unsafe,
            security: .required,
            timeout: .seconds(330)
        )
        func encode(into request: inout RequestEncoder) {}
    }

    private func client(
        _ server: LoopbackServer,
        connections: Int,
        _ configure: (inout ClientConfiguration) -> Void = { _ in }
    ) -> TestClient {
        var settings = HTTPTransportSettings()
        settings.maximumConnectionsPerHost = connections
        settings.maximumLongRunningConnectionsPerHost = connections
        let transport = AsyncHTTPTransport(settings)
        return TestClient(apiKey: TestClient.key, baseURL: server.url) { configuration in
            configuration.transport = transport
            configuration.logger.logLevel = .critical
            configure(&configuration)
        }
    }

    @Test func manyCallsOverFewConnectionsAllSucceed() async throws {
        let server = try LoopbackServer { _ in
            Thread.sleep(forTimeInterval: 0.03)
            return [.ok(Self.success)]
        }
        defer { server.stop() }
        let client = client(server, connections: 2) {
            // Less than what most of the calls wait. How long a busy machine takes for all of them does not matter.
            $0.connectTimeout = .milliseconds(500)
            $0.attemptTimeout = .seconds(60)
            $0.poolTimeout = nil
        }
        let attempts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<120 { group.addTask { try await client.response(to: SendParcel()).attempts } }
            return try await group.reduce(0, +)
        }
        #expect(attempts == 120)
        #expect(server.requests.count == 120)
        #expect(server.connections == 2)
    }

    @Test func theWaitForAConnectionIsNoAttempt() async throws {
        let server = try LoopbackServer { _ in [.stall] }
        defer { server.stop() }
        let budget = RetryBudget(capacity: 1, refill: 0)
        let client = client(server, connections: 1) {
            $0.retryBudget = budget
            $0.poolTimeout = .milliseconds(50)
        }
        let first = Task { try await client.send(GetParcel()) }
        defer { first.cancel() }
        try await eventually { server.requests.count == 1 }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.kind == .poolTimeout)
        #expect(error?.isCertainlyNotSent == true)
        #expect(error?.attempts == 0)
        #expect(error?.message.contains("all 1 to the host") == true)
        #expect(error?.message.contains("maximumConnectionsPerHost") == true)
        let origin = try #require(Origin(server.url))
        #expect(client.configuration.shared.retries.withdraw(budget, for: origin))
        #expect(server.requests.count == 1)
    }

    @Test func theTotalTimeoutBoundsTheWaitToo() async throws {
        let server = try LoopbackServer { _ in [.stall] }
        defer { server.stop() }
        let client = client(server, connections: 1) { $0.poolTimeout = nil }
        let first = Task { try await client.send(GetParcel()) }
        defer { first.cancel() }
        try await eventually { server.requests.count == 1 }
        let hasty = client.with { $0.totalTimeout = .milliseconds(50) }
        let error = await apiError { try await hasty.send(SendParcel()) }
        #expect(error?.kind == .poolTimeout)
        #expect(error?.isCertainlyNotSent == true)
    }

    @Test func cancellingEndsTheWaitAtOnce() async throws {
        let server = try LoopbackServer { _ in [.stall] }
        defer { server.stop() }
        let client = client(server, connections: 1)
        let first = Task { try await client.send(GetParcel()) }
        try await eventually { server.requests.count == 1 }
        let second = Task { try await client.send(GetParcel()) }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(server.requests.count == 1)
    }

    @Test func longCallsDoNotStarveShortOnes() async throws {
        let server = try LoopbackServer { request in
            request.hasPrefix("POST /parcels/pack") ? [.stall] : [.ok(Self.success)]
        }
        defer { server.stop() }
        let client = client(server, connections: 64)
        let long = (0..<64).map { _ in Task { try await client.send(PackParcel()) } }
        defer { for task in long { task.cancel() } }
        try await eventually { server.requests.count == 64 }
        for _ in 0..<3 { #expect(try await client.response(to: GetParcel()).attempts == 1) }
        #expect(try await client.response(to: SendParcel()).attempts == 1)
    }

    @Test func downloadsThatNobodyReadsDoNotStarveCalls() async throws {
        let server = try LoopbackServer { request in
            guard request.hasPrefix("GET /file") else { return [.ok(Self.success)] }
            return [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc"), .stall]
        }
        defer { server.stop() }
        let client = client(server, connections: 2)
        let file = server.url.appending(path: "file")
        var downloads = [try await client.download(file), try await client.download(file)]
        #expect(try await client.send(GetParcel()).id == 7)
        // A download that is let go of gives its connection back.
        downloads.removeLast()
        downloads.append(try await client.download(file))
        #expect(downloads.count == 2)
    }

    @Test func aBodyThatIsNotReadGivesItsConnectionBack() async throws {
        let server = try LoopbackServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nabc"), .stall] }
        defer { server.stop() }
        let transport = AsyncHTTPTransport(
            {
                var settings = HTTPTransportSettings()
                settings.maximumConnectionsPerHost = 1
                return settings
            }()
        )
        let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
        let limits = HTTPTransportLimits(connectTimeout: .seconds(10), attemptTimeout: nil, maximumBodySize: 1_000_000)
        for _ in 0..<3 {
            let response = try await transport.send(request, body: nil, limits: limits)
            var iterator = response.body.makeAsyncIterator()
            #expect(try await iterator.next() == Array("abc".utf8))
        }
        #expect(server.requests.count == 3)
    }
}
