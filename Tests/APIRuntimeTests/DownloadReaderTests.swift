import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

/// Who reads a download, and what ends it before its end.
@Suite struct DownloadReaderTests {
    @Test func cancellingEndsADownloadAtOnce() async throws {
        try await withServer({ request, _ in ServedFile().answer(request, cutAfter: 10).dropLast() + [.stall] }) { server in
            let folder = try TemporaryFolder()
            let link = server.url, path = folder.path("a"), url = folder.url
            // Nothing but the cancellation ends it.
            let client = TestClient(apiKey: TestClient.key) {
                $0.removeTimeLimits()
                $0.logger.logLevel = .critical
            }
            let tasks = [
                Task { for try await _ in try await client.download(link) {} },
                Task {
                    try await client.download(link, to: path); return ()
                },
            ]
            try await eventually { server.requests.count == 2 && names(in: url).count == 1 }
            for task in tasks {
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            #expect(server.requests.count == 2)
            #expect(folder.names.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [true, false])
    func lettingGoEndsADownload(isHeld: Bool) async throws {
        let (ends, ended) = AsyncStream<Void>.makeStream()
        let transport = MemoryTransport { _, _ in
            MemoryTransport.Reply(
                body: HTTPBodyStream {
                    var isFirst = true
                    return {
                        defer { isFirst = false }
                        if isFirst { return [1] }
                        do {
                            try await Task.sleep(for: .seconds(3600))
                        } catch {
                            ended.yield()
                        }
                        return nil
                    }
                }
            )
        }
        let url = try #require(URL(string: "https://storage.test/file"))
        let client = TestClient.with(transport)
        if isHeld {
            let download = try await client.download(url)
            for try await _ in download { break }
            #expect(await ends.first { _ in true } != nil)
            #expect(download.response.status == .ok)
        } else {
            for try await _ in try await client.download(url).prefix(1) {}
            #expect(await ends.first { _ in true } != nil)
        }
    }

    /// A sink that takes an hour for each piece, by the clock of the time limits.
    private struct SlowSink: DownloadSink {
        let clock: TestClock
        var takesBack: Bool { true }

        func begin(_ response: DownloadResponse) {}

        func take(_ piece: [UInt8]) async throws {
            clock.advance(by: .seconds(3600))
            // Whoever watches the time gets many chances to see it.
            for _ in 0..<1000 { await Task.yield() }
        }
    }

    @Test func aReaderWhoTakesHisTimeIsNoSilence() async throws {
        let body = HTTPBodyStream {
            var rest = 3
            return {
                rest -= 1
                return rest < 0 ? nil : [1]
            }
        }
        let transport = MemoryTransport(MemoryTransport.Reply(body: body))
        let clock = TestClock()
        let client = TestClient.with(transport, clock: clock) {
            $0.idleTimeout = .seconds(1)
            $0.retryPolicy = .none
        }
        let link = try #require(URL(string: "https://storage.test/file"))
        let transfer = try DownloadTransfer(
            DownloadTransfer.target(of: link),
            of: TestClient.service,
            configuration: client.configuration,
            into: SlowSink(clock: clock)
        )
        #expect(try await transfer.run() == 1)
        #expect(await transfer.state.received == 3)
    }

    @Test func aDownloadHasOneReader() async throws {
        let url = try #require(URL(string: "https://storage.test/file"))
        let download = try await TestClient.with(MemoryTransport(.json("abc"))).download(url)
        var first = download.makeAsyncIterator()
        var second = download.makeAsyncIterator()
        let error = await apiError { try await second.next() ?? [] }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.isCertainlyNotSent == false)
        #expect(try await first.next() == Array("abc".utf8))
        #expect(try await first.next() == nil)
        #expect(await apiError { try await download.reduce(0) { $0 + $1.count } }?.kind == .invalidArgument)
    }
}
