import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct DownloadTests {
    private let file = ServedFile()

    private func client(
        _ server: LoopbackServer,
        _ configure: (inout ClientConfiguration) -> Void = { _ in }
    ) -> TestClient {
        TestClient(apiKey: TestClient.key, baseURL: server.url) { configuration in
            configuration.removeTimeLimits()
            configuration.retryPolicy.baseDelay = .milliseconds(1)
            configuration.logger.logLevel = .critical
            configure(&configuration)
        }
    }

    private func bytes(of download: Download) async throws -> [UInt8] {
        try await download.reduce(into: []) { $0 += $1 }
    }

    private func read(
        _ server: LoopbackServer,
        _ configure: (inout ClientConfiguration) -> Void = { _ in }
    ) async throws -> [UInt8] {
        try await bytes(of: client(server, configure).download(server.url.appending(path: "file")))
    }

    @Test func readsAFileAndWhatIsKnownOfIt() async throws {
        var file = file
        file.headers = "Content-Type: text/csv\r\nContent-Disposition: attachment; filename=\"../places.csv\"\r\n"
        try await withServer({ [file] request, _ in file.answer(request) }) { server in
            let download = try await client(server).download(server.url.appending(path: "file"))
            #expect(download.response.status == .ok)
            #expect(download.response.contentLength == 100_000)
            #expect(download.response.contentType == "text/csv")
            #expect(download.response.suggestedFileName == "places.csv")
            #expect(try await bytes(of: download) == file.bytes)
        }
    }

    @Test func sendsNothingThatIsMeantForTheService() async throws {
        try await withServer({ request, _ in file.answer(request) }) { server in
            for credential in [
                Credential.token(TestClient.key), .token(TestClient.key, scheme: .apiKey(in: .query, name: "token")),
            ] {
                _ = try await read(server) {
                    $0.credential = credential
                    $0.additionalHeaders = [.cookie: "session=1", .accept: "text/html"]
                }
            }
            for request in server.requests {
                #expect(request.hasPrefix("GET /file HTTP/1.1\r\n"))
                #expect(!request.contains(TestClient.key))
                let names = request.components(separatedBy: "\r\n").dropFirst().compactMap { $0.split(separator: ":").first }
                #expect(names.map { $0.lowercased() }.sorted() == ["accept", "accept-encoding", "host", "user-agent"])
                #expect(header("accept-encoding", of: request) == "identity")
            }
        }
    }

    @Test func sendsTheQueryAsItIsSigned() async throws {
        try await withServer({ request, _ in file.answer(request) }) { server in
            let link = try #require(URL(string: "\(server.url)/a%2Fb//c?x=1&&y=%2F+%7E=&"))
            _ = try await client(server).download(link)
            #expect(server.requests[0].hasPrefix("GET /a%2Fb//c?x=1&&y=%2F+%7E=& HTTP/1.1\r\n"))
        }
    }

    @Test(arguments: [1, 3])
    func goesOnWhereTheConnectionBroke(times: Int) async throws {
        try await withServer({ request, number in file.answer(request, cutAfter: number <= times ? 30_000 : nil) }) { server in
            let content = try await read(server)
            #expect(content == file.bytes)
            #expect(server.requests.count == times + 1)
            for (number, request) in server.requests.dropFirst().enumerated() {
                #expect(rangeStart(of: request) == (number + 1) * 30_000)
                #expect(header("if-range", of: request) == "\"v1\"")
            }
        }
    }

    @Test(arguments: [
        ("Date: Sun, 06 Nov 1994 08:50:37 GMT\r\n", true), ("Date: Sun, 06 Nov 1994 08:50:36 GMT\r\n", false), ("", false),
        ("Date: Sun, 06 Nov 1994 09:50:37 GMT\r\nETag: W/\"1\"\r\n", false),
    ])
    func goesOnByTheTimeOfTheLastChangeIfThatIsLongAgo(headers: String, isGoneOnWith: Bool) async throws {
        let change = "Sun, 06 Nov 1994 08:49:37 GMT"
        let file = ServedFile(tag: nil, headers: "Last-Modified: \(change)\r\n\(headers)")
        try await withServer({ request, number in file.answer(request, cutAfter: number == 1 ? 10 : nil) }) { server in
            if isGoneOnWith {
                let content = try await read(server)
                #expect(content == file.bytes)
                #expect(header("if-range", of: server.requests[1]) == change)
            } else {
                #expect(await apiError { try await read(server) }?.kind == .interrupted)
                #expect(server.requests.count == 1)
            }
        }
    }

    /// What a server answers when the rest is asked for, and how many requests it takes to know that it cannot be had.
    enum Rest: CaseIterable {
        case noRanges, anotherFile, wrongStart, wrongTotal, noContentRange, anotherTag, weakTag, noTag, notSatisfiable, compressed

        /// Of an answer that is no good for one reason alone.
        func answer(_ request: String, _ file: ServedFile) -> [LoopbackServer.Step] {
            guard rangeStart(of: request) != nil else { return file.answer(request) }
            let rest = Array(file.bytes[30_000...])
            return switch self {
            case .noRanges: ServedFile(knowsRanges: false).answer(request)
            case .anotherFile: ServedFile(bytes: file.bytes.reversed(), tag: "\"v2\"").answer(request)
            case .wrongStart: ServedFile.part("29999-99999/100000", Array(file.bytes[29_999...]))
            case .wrongTotal: ServedFile.part("30000-99999/100001", rest)
            case .noContentRange: ServedFile.part("", rest)
            case .anotherTag: ServedFile.part("30000-99999/100000", rest, "ETag: \"v2\"\r\n")
            case .weakTag: ServedFile.part("30000-99999/100000", rest, "ETag: W/\"v1\"\r\n")
            case .noTag: ServedFile.part("30000-99999/100000", rest, "")
            case .notSatisfiable: ServedFile.other("416 No", "Content-Range: bytes */30000\r\nETag: \"v1\"\r\n")
            case .compressed: ServedFile.part("30000-99999/100000", rest, "ETag: \"v1\"\r\nContent-Encoding: gzip\r\n")
            }
        }
    }

    @Test(arguments: Rest.allCases)
    func whatIsHandedOnIsNotBegunAgain(rest: Rest) async throws {
        try await withServer({ request, number in
            number == 1 ? file.answer(request, cutAfter: 30_000) : rest.answer(request, file)
        }) { server in
            let error = await apiError { try await read(server) }
            #expect(error?.kind == .interrupted)
            #expect(server.requests.count == 2)
        }
    }

    @Test(arguments: Rest.allCases)
    func aFileOnDiskIsBegunAgain(rest: Rest) async throws {
        try await withServer({ request, number in
            number == 1 ? file.answer(request, cutAfter: 30_000) : rest.answer(request, file)
        }) { server in
            let folder = try TemporaryFolder()
            let saved = try await client(server).download(server.url, to: folder.path("a"))
            #expect(folder.bytes("a") == (rest == .anotherFile ? file.bytes.reversed() : file.bytes))
            #expect(saved.size == file.bytes.count)
            #expect(saved.attempts == 2)
            #expect(saved.response.headers[.eTag] == (rest == .anotherFile ? "\"v2\"" : "\"v1\""))
            #expect(server.requests.count == (rest == .noRanges || rest == .anotherFile ? 2 : 3))
        }
    }

    @Test(arguments: ["", "Accept-Ranges: none\r\nETag: \"v1\"\r\n", "ETag: W/\"v1\"\r\n"])
    func aServerWithoutValidatorsIsNotAskedForARange(headers: String) async throws {
        let file = ServedFile(tag: nil, headers: headers)
        try await withServer({ request, number in file.answer(request, cutAfter: number == 1 ? 30_000 : nil) }) { server in
            #expect(await apiError { try await read(server) }?.kind == .interrupted)
            #expect(server.requests.count == 1)
        }
        try await withServer({ request, number in file.answer(request, cutAfter: number == 1 ? 30_000 : nil) }) { server in
            let folder = try TemporaryFolder()
            try await client(server).download(server.url, to: folder.path("a"))
            #expect(folder.bytes("a") == file.bytes)
            #expect(server.requests.allSatisfy { rangeStart(of: $0) == nil })
        }
    }

    @Test(arguments: [true, false])
    func aBreakBeforeTheFirstByteChangesNothing(isSame: Bool) async throws {
        try await withServer({ request, number in
            number == 1 ? file.answer(request, cutAfter: 0) : ServedFile(tag: isSame ? "\"v1\"" : "\"v2\"").answer(request)
        }) { server in
            if isSame {
                let content = try await read(server)
                #expect(content == file.bytes)
            } else {
                #expect(await apiError { try await read(server) }?.kind == .interrupted)
            }
        }
    }

    @Test(arguments: [("5\r\nhello\r\n0\r\n\r\n", true), ("5\r\nhello\r\n", false), ("5\r\nhel", false)])
    func aChunkedFileEndsWithItsLastChunk(body: String, isWhole: Bool) async throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        try await withServer({ _, _ in [.send(head + body), .close] }) { server in
            let result = try? await read(server)
            #expect(result.map { String(decoding: $0, as: UTF8.self) } == (isWhole ? "hello" : nil))
        }
    }

    @Test func aStalledFileIsAskedForAgain() async throws {
        try await withServer({ request, number in
            number > 1 ? file.answer(request) : file.answer(request, cutAfter: 5).dropLast() + [.stall]
        }) { server in
            let clock = TestClock()
            let client = client(server) {
                $0.clock = clock
                $0.idleTimeout = .seconds(30)
            }
            var content: [UInt8] = []
            var silence: Task<Void, any Error>?
            for try await chunk in try await client.download(server.url.appending(path: "file")) {
                content += chunk
                // After the first piece the time passes until the file is asked for again.
                if silence == nil {
                    silence = Task {
                        try await withTimePassing(on: clock) { try await eventually { server.requests.count == 2 } }
                    }
                }
            }
            try await silence?.value
            #expect(content == file.bytes)
            #expect(server.requests.map { rangeStart(of: $0) } == [nil, 5])
        }
        try await withServer({ request, _ in [.stall] }) { server in
            let error = await apiError {
                try await read(server) {
                    $0.attemptTimeout = .milliseconds(50)
                    $0.retryPolicy.maximumAttempts = 2
                }
            }
            #expect(error?.kind == .timeout)
            #expect(error?.attempts == 2)
        }
    }

    /// {"code":0,"data":{"id":7}}
    private static let gzip = Array(
        Data(base64Encoded: "H4sIAAAAAAAC/6tWSs5PSVWyMtBRSkksSVSyqlbKTFGyMq+tBQA4GZVMGgAAAA==") ?? Data()
    )

    @Test(arguments: ["gzip", "GZip", "gzip, aws-chunked", "gzip\r\nContent-Encoding: aws-chunked"])
    func decompressesWhatIsCompressedAllTheSame(coding: String) async throws {
        let file = ServedFile(bytes: Self.gzip, headers: "Content-Encoding: \(coding)\r\n")
        try await withServer({ request, _ in file.answer(request) }) { server in
            let download = try await client(server).download(server.url)
            #expect(download.response.contentLength == nil)
            #expect(try await self.bytes(of: download) == Array(#"{"code":0,"data":{"id":7}}"#.utf8))
        }
    }

    @Test(arguments: [
        (Array(gzip.prefix(30)), APIError.Kind.connection, 4),
        (gzip.dropLast(8) + Array(repeating: 0, count: 8), .unexpectedAnswer, 1),
        (gzip + gzip, .unexpectedAnswer, 1),
    ])
    func whatCannotBeDecompressedIsCutOrCorrupt(bytes: [UInt8], kind: APIError.Kind, requests: Int) async throws {
        let file = ServedFile(bytes: bytes, headers: "Content-Encoding: gzip\r\n")
        try await withServer({ request, _ in file.answer(request) }) { server in
            let folder = try TemporaryFolder()
            let error = await apiError { try await client(server).download(server.url, to: folder.path("a")) }
            #expect(error?.kind == kind)
            #expect(server.requests.count == requests)
            #expect(folder.names.isEmpty)
        }
    }

    @Test func fiftyMegabytesWaitForTheirReader() async throws {
        let piece = [UInt8](repeating: 7, count: 1 << 20)
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(50 << 20)\r\n\r\n"
        try await withServer({ _, _ in [.send(head)] + Array(repeating: .sendBytes(piece), count: 50) }) { server in
            var chunks = try await client(server).download(server.url).makeAsyncIterator()
            var count = try await chunks.next()?.count ?? 0
            try await Task.sleep(for: .milliseconds(300))
            // No more than what the buffers of the sockets hold.
            #expect(server.sent < 16 << 20)
            while let chunk = try await chunks.next() {
                #expect(chunk.count <= 1 << 20)
                count += chunk.count
            }
            #expect(count == 50 << 20)
        }
    }
}
