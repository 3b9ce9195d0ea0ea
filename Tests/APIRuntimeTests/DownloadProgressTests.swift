import Foundation
import HTTPTypes
import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

/// When a download goes on after a break, and what it tells meanwhile.
@Suite struct DownloadProgressTests {
    private let file = ServedFile()
    private static let link = URL(string: "https://storage.test/file")

    private func client(_ server: LoopbackServer) -> TestClient {
        TestClient(apiKey: TestClient.key, baseURL: server.url) { configuration in
            configuration.removeTimeLimits()
            configuration.retryPolicy.baseDelay = .milliseconds(1)
            configuration.logger.logLevel = .critical
        }
    }

    private func bytes(_ server: LoopbackServer) async throws -> [UInt8] {
        try await client(server).download(server.url).reduce(into: []) { $0 += $1 }
    }

    @Test func breaksWithProgressAreNotCounted() async throws {
        try await withServer({ request, _ in file.answer(request, cutAfter: 4000) }) { server in
            let content = try await bytes(server)
            #expect(content == file.bytes)
            #expect(server.requests.map { rangeStart(of: $0) ?? 0 } == Array(stride(from: 0, to: 100_000, by: 4000)))
        }
        try await withServer({ request, _ in file.answer(request, cutAfter: 4000) }) { server in
            let folder = try TemporaryFolder()
            let saved = try await client(server).download(server.url, to: folder.path("a"))
            #expect(folder.bytes("a") == file.bytes)
            #expect(saved.attempts == 25)
            #expect(saved.resumedFrom == 0)
        }
    }

    @Test func breaksWithoutProgressAre() async throws {
        try await withServer({ request, number in file.answer(request, cutAfter: number <= 20 ? 10 : 0) }) { server in
            let error = await apiError { try await bytes(server) }
            #expect(error?.kind == .connection)
            #expect(error?.attempts == 23)
            #expect(server.requests.suffix(4).map { rangeStart(of: $0) } == [190, 200, 200, 200])
        }
    }

    @Test func pausesGrowFromTheLastProgressOn() async throws {
        let clock = TestClock()
        let transport = MemoryTransport { request, number in
            let headers: HTTPFields = [.eTag: "\"v1\"", .contentLength: "9"]
            if number == 1 { return .broken("a", headers: headers) }
            if number <= 8 {
                let range = "bytes \(number - 1)-8/9"
                var reply = MemoryTransport.Reply.broken("a", headers: [.eTag: "\"v1\"", .contentRange: range])
                reply.status = 206
                return reply
            }
            throw HTTPTransportError(.interrupted, "closed")
        }
        let client = TestClient.with(transport, clock: clock) { $0.randomness = { .max } }
        let link = try #require(Self.link)
        let error = await apiError { try await client.download(link).reduce(0) { $0 + $1.count } }
        #expect(error?.kind == .connection)
        #expect(clock.pauses.map { ($0 / .milliseconds(1)).rounded() } == Array(repeating: 500, count: 8) + [1000, 2000])
    }

    @Test func withoutRetriesThereIsNoneAfterProgressEither() async throws {
        try await withServer({ request, _ in file.answer(request, cutAfter: 4000) }) { server in
            var client = client(server)
            client.configuration.retryPolicy = .none
            let link = server.url, once = client
            #expect(await apiError { try await once.download(link).reduce(0) { $0 + $1.count } }?.attempts == 1)
        }
    }

    /// A server that has another file each time it is asked for the second part does not keep a client for ever.
    @Test func aFileThatIsAlwaysAnotherOneIsGivenUp() async throws {
        let answer = { @Sendable (request: String, number: Int) in
            ServedFile(tag: "\"v\((number + 1) / 2)\"").answer(request, cutAfter: 1000)
        }
        try await withServer(answer) { server in
            let folder = try TemporaryFolder()
            #expect(await apiError { try await client(server).download(server.url, to: folder.path("a")) }?.kind == .connection)
            #expect(server.requests.count == 9)
            #expect(folder.names.isEmpty)
        }
    }

    @Test func tellsHowFarItIsAtABoundedRate() async throws {
        let clock = TestClock()
        let reports = NIOLockedValueBox<[DownloadProgress]>([])
        let body = HTTPBodyStream {
            var rest = 8
            return {
                guard rest > 0 else { return nil }
                rest -= 1
                clock.advance(by: .milliseconds(40))
                return [1]
            }
        }
        let transport = MemoryTransport(MemoryTransport.Reply(headers: [.contentLength: "8"], body: body))
        let folder = try TemporaryFolder()
        try await TestClient.with(transport, clock: clock).download(#require(Self.link), to: folder.path("a")) { progress in
            reports.withLockedValue { $0.append(progress) }
        }
        let told = reports.withLockedValue { $0 }
        #expect(told.map(\.received) == [0, 3, 6, 8])
        #expect(told.map(\.fraction) == [0, 0.375, 0.75, 1])
    }

    @Test func tellsWhereItGoesOnAndThatItBeginsAgain() async throws {
        let reports = NIOLockedValueBox<[Int]>([])
        let answer = { @Sendable [file] (request: String, number: Int) in
            number < 3
                ? file.answer(request, cutAfter: 30_000)
                : ServedFile(bytes: [1, 2, 3], tag: "\"v2\"").answer(request)
        }
        try await withServer(answer) { server in
            let folder = try TemporaryFolder()
            try await client(server).download(server.url, to: folder.path("a")) { progress in
                reports.withLockedValue { $0.append(progress.received) }
            }
            // How many reports there are between these depends on the time.
            let told = reports.withLockedValue { $0 }
            #expect(told.first == 0 && told.contains(30_000) && told.dropFirst().contains(0) && told.last == 3)
        }
    }

    @Test func aProgressWithoutASizeHasNoFraction() {
        #expect(DownloadProgress(received: 5, total: nil).fraction == nil)
        #expect(DownloadProgress(received: 0, total: 0).fraction == 1)
    }
}
