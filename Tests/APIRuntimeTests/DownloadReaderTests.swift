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
