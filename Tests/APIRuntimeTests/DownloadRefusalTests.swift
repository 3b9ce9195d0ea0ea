import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct DownloadRefusalTests {
    private static let signature = "c2lnbmF0dXJl/+MDEyMw=="
    private static let query = "X-Signature=c2lnbmF0dXJl%2F%2BMDEyMw%3D%3D&expires=1700000000"

    private func link(_ server: LoopbackServer) throws -> URL {
        try #require(URL(string: "\(server.url)/file?\(Self.query)"))
    }

    private func client(_ configure: (inout ClientConfiguration) -> Void = { _ in }) -> TestClient {
        TestClient(apiKey: TestClient.key) { configuration in
            configuration.removeTimeLimits()
            configuration.retryPolicy.baseDelay = .milliseconds(1)
            configuration.logger.logLevel = .critical
            configure(&configuration)
        }
    }

    private func memory(_ replies: MemoryTransport.Reply...) -> MemoryTransport {
        MemoryTransport { _, number in replies[min(number, replies.count) - 1] }
    }

    @Test(arguments: [
        ("403 Forbidden", APIError.Kind.forbidden, 1), ("404 Not Found", .notFound, 1), ("500 Internal Server Error", .server, 4),
        ("204 No Content", .unexpectedAnswer, 1), ("206 Partial Content", .unexpectedAnswer, 1),
    ])
    func refusalsTellTheirReasonButNotTheQuery(start: String, kind: APIError.Kind, requests: Int) async throws {
        let body = "<Error><Code>Refused</Code><Provided>\(Self.signature)</Provided><At>1700000000</At></Error>"
        let length = start.hasPrefix("204") ? "" : "Content-Length: \(body.utf8.count)\r\n"
        let answer = "HTTP/1.1 \(start)\r\n\(length)X-Request-Id: r1\r\n\r\n\(start.hasPrefix("204") ? "" : body)"
        try await withServer({ _, _ in [.send(answer)] }) { server in
            let folder = try TemporaryFolder()
            let link = try link(server)
            for error in [
                await apiError { try await client().download(link) },
                await apiError { try await client().download(link, to: folder.path("a")) },
            ] {
                #expect(error?.kind == kind)
                #expect(error?.operation == "download")
                #expect(error?.message == "127.0.0.1 answered HTTP \(start.prefix(3)) in place of a file")
                #expect(error?.requestID == "r1")
                #expect(error?.attempts == requests)
                let isExcerpted = !start.hasPrefix("2")
                #expect(
                    error?.bodyExcerpt
                        == (isExcerpted
                            ? "<Error><Code>Refused</Code><Provided>[redacted]</Provided><At>[redacted]</At></Error>" : nil)
                )
            }
            #expect(folder.names.isEmpty)
            #expect(server.requests.count == 2 * requests)
        }
    }

    @Test func aServiceThatIsBusyIsAskedAgainWhenItSays() async throws {
        let transport = memory(.json("", status: 503, headers: [.retryAfter: "3"]), .json("abc"))
        let clock = TestClock()
        let url = try #require(URL(string: "https://storage.test/file"))
        _ = try await TestClient.with(transport, clock: clock) { $0.randomness = { 0 } }.download(url)
        #expect(clock.pauses == [.seconds(3)])
    }

    @Test func followsRedirectsToOtherOrigins() async throws {
        let file = ServedFile()
        try await withServer({ request, _ in file.answer(request) }) { other in
            try await withServer({ _, _ in ServedFile.other("302 Found", "Location: \(other.url)/x?\(Self.query)\r\n") }) {
                server in
                let download = try await client().download(link(server))
                #expect(try await download.reduce(0) { $0 + $1.count } == 100_000)
                #expect(other.requests.count == 1)
                #expect(other.requests[0].hasPrefix("GET /x?\(Self.query) HTTP/1.1"))
                #expect(!other.requests[0].lowercased().contains("authorization"))
            }
        }
    }

    @Test func whatARedirectLeadsToIsGoneOnWithFromTheLink() async throws {
        let file = ServedFile()
        try await withServer({ request, number in file.answer(request, cutAfter: number == 1 ? 500 : nil) }) { other in
            try await withServer({ _, _ in ServedFile.other("307 Found", "Location: \(other.url)\r\n") }) { server in
                let download = try await client().download(link(server))
                #expect(try await download.reduce(0) { $0 + $1.count } == 100_000)
                #expect(server.requests.count == 2)
                #expect(other.requests.map { rangeStart(of: $0) } == [nil, 500])
            }
        }
    }

    @Test func afterARedirectNothingIsCertainlyNotSent() async throws {
        let transport = MemoryTransport { _, number in
            if number > 1 { throw HTTPTransportError(.connectionRefused, "refused") }
            return .redirect("https://cdn.test/file")
        }
        let url = try #require(URL(string: "https://storage.test/file"))
        let error = await apiError { try await TestClient.with(transport) { $0.retryPolicy = .none }.download(url) }
        #expect(error?.kind == .connection)
        #expect(error?.isCertainlyNotSent == false)
    }

    @Test(arguments: [
        ("/again", "Too many redirects", 6), ("http://storage.test/", "A redirect from https to http is not followed", 1),
        ("http://127.0.0.1/", "A redirect from https to http is not followed", 1),
        ("ftp://storage.test/", "The redirect leads to no http or https URL", 1),
    ])
    func someRedirectsAreNotFollowed(location: String, message: String, requests: Int) async throws {
        let transport = memory(.redirect(location))
        let url = try #require(URL(string: "https://storage.test/file"))
        let error = await apiError { try await TestClient.with(transport).download(url) }
        #expect(error?.kind == .unexpectedAnswer)
        #expect(error?.message == message)
        #expect(error?.status == .found)
        #expect(transport.requests.count == requests)
    }

    @Test func plainHTTPLeavesTheMachineOnlyWhereAllowed() async throws {
        let transport = memory(.json("abc"))
        let url = try #require(URL(string: "http://storage.test/file?\(Self.query)"))
        let error = await apiError { try await TestClient.with(transport).download(url) }
        #expect(error?.kind == .insecureConnection)
        #expect(error?.isCertainlyNotSent == true)
        #expect(transport.requests.isEmpty)
        let allowing = TestClient.with(transport) { $0.allowsInsecureDownloads = true }
        #expect(try await allowing.download(url).reduce(0) { $0 + $1.count } == 3)

        let redirecting = memory(.redirect("http://storage.test/"))
        let loopback = try #require(URL(string: "http://localhost/"))
        let redirected = await apiError { try await TestClient.with(redirecting).download(loopback) }
        #expect(redirected?.kind == .insecureConnection)
        #expect(redirected?.isCertainlyNotSent == false)
        #expect(redirected?.attempts == 1)
    }

    @Test(arguments: ["file:///etc/passwd", "data:,x", "relative", "https://a:b@storage.test/", "https://storage.test:70000/"])
    func someLinksAreNone(text: String) async throws {
        let transport = memory(.json("abc"))
        let url = try #require(URL(string: text))
        let error = await apiError { try await TestClient.with(transport).download(url) }
        #expect(error?.kind == .invalidArgument)
        #expect(transport.requests.isEmpty)
    }

    @Test(arguments: [[:], [.contentLength: "3"]] as [HTTPFields], [1, 2, 3])
    func filesAreBoundedInSize(headers: HTTPFields, maximum: Int) async throws {
        let transport = memory(.json("abc", headers: headers))
        let url = try #require(URL(string: "https://storage.test/file"))
        let client = TestClient.with(transport) { $0.maximumDownloadSize = maximum }
        if maximum == 3 {
            #expect(try await client.download(url).reduce(0) { $0 + $1.count } == 3)
        } else {
            let error = await apiError { try await client.download(url).reduce(0) { $0 + $1.count } }
            #expect(error?.kind == .bodyTooLarge)
            #expect(transport.requests.count == 1)
        }
    }

    @Test(arguments: [("2", APIError.Kind.unexpectedAnswer, 1), ("4", .connection, 4)])
    func filesAreAsLongAsAnnounced(length: String, kind: APIError.Kind, requests: Int) async throws {
        let transport = memory(.json("abc", headers: [.contentLength: length, .eTag: "\"1\""]))
        let whole = MemoryTransport { request, number in
            if number == 1 { return .json("abc", headers: [.contentLength: length, .eTag: "\"1\""]) }
            return .json("", status: 206, headers: [.contentRange: "bytes 3-3/4", .eTag: "\"1\""])
        }
        let url = try #require(URL(string: "https://storage.test/file"))
        for transport in [transport, whole] {
            let folder = try TemporaryFolder()
            let error = await apiError { try await TestClient.with(transport).download(url, to: folder.path("a")) }
            #expect(error?.kind == kind)
            #expect(transport.requests.count == requests)
            #expect(folder.names.isEmpty)
        }
    }

    @Test func whatBreaksBehindTheLastByteTakesNothingAway() async throws {
        let transport = memory(.broken("abc", headers: [.contentLength: "3"]))
        let url = try #require(URL(string: "https://storage.test/file"))
        let count = try await TestClient.with(transport).download(url).reduce(0) { $0 + $1.count }
        #expect(count == 3)
        #expect(transport.requests.count == 1)
    }

    @Test func nothingThatIsWrittenDownHoldsTheQuery() async throws {
        let tracer = RecordingTracer.shared
        let metrics = RecordingMetrics.shared
        let logs = LogRecorder()
        try await withServer({ request, number in number == 1 ? ServedFile.other("500 Oops") : ServedFile().answer(request) }) {
            server in
            let link = try link(server)
            let client = client { $0.logger = logs.logger }
            let download = try await client.download(link)
            for try await _ in download {}
            let refused = try #require(URL(string: "http://127.0.0.1:1/?\(Self.query)"))
            let error = await apiError { try await client.download(refused) }
            let spans = tracer.spans(port: server.port)
            #expect(spans.map(\.operationName) == ["GET", "GET"])
            #expect(spans.map { $0.attribute("http.response.status_code") } == ["500", "200"])
            #expect(spans.map { $0.attribute("http.request.resend_count") } == [nil, "1"])
            #expect(metrics.recorded("http.client.requests[operation=download,outcome=500]").isEmpty == false)
            #expect(logs.text.contains("info request will be retried"))
            #expect(logs.text.contains("host=127.0.0.1:\(server.port)"))
            var dumped = ""
            dump(error, to: &dumped)
            dump(download, to: &dumped)
            let texts = logs.text + dumped + "\(download)" + spans.map { "\($0.attributes)\($0.errors)" }.joined()
            #expect(!texts.contains("1700000000"))
            #expect(!texts.contains("c2lnbmF0dXJl"))
        }
    }

    @Test func whatATransportSaysOfABodyDoesNotHoldTheQuery() async throws {
        struct Leak: Error, CustomStringConvertible {
            let description = "failed at https://storage.test/?\(DownloadRefusalTests.query)"
        }
        for failure in [Leak(), HTTPTransportError(.interrupted, "failed at \(Self.signature)")] as [any Error] {
            let transport = memory(.broken("abc", by: failure))
            let url = try #require(URL(string: "https://storage.test/file?\(Self.query)"))
            let error = await apiError {
                try await TestClient.with(transport) { $0.retryPolicy = .none }.download(url).reduce(0) { $0 + $1.count }
            }
            #expect(error?.message.contains("failed at") == true)
            var text = "\(String(reflecting: error))"
            dump(error, to: &text)
            #expect(!text.contains("1700000000"))
            #expect(!text.contains("c2lnbmF0dXJl"))
        }
    }

    @Test func longSegmentsOfAPathAreTakenOut() async throws {
        let transport = MemoryTransport { request, _ in
            .json("Cannot GET \(request.path ?? "") (a b/SIGNED0123456789)", status: 404)
        }
        let url = try #require(URL(string: "https://storage.test/signed/a%20b%2FSIGNED0123456789/file.csv"))
        let error = await apiError { try await TestClient.with(transport).download(url) }
        #expect(error?.bodyExcerpt == "Cannot GET /signed/[redacted]/file.csv ([redacted])")
    }
}
