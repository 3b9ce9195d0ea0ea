import NIOCore
import NIOHTTP1
import Testing

@testable import CoreClawSimulator

struct DownloadServerTests {
    private static let content = ByteBuffer(bytes: ExportSample.file(.csv).bytes)

    private static func withLink(
        _ options: SimulatorOptions = .still,
        _ body: (Simulator, String) async throws -> Void
    ) async throws {
        try await Simulator.with(options) { simulator in
            try await body(
                simulator,
                await simulator.downloadServer.link(to: ExportSample.file(.csv), named: SeededRuns.finished)
            )
        }
    }

    @Test func aLinkGivesTheFile() async throws {
        try await Self.withLink { simulator, link in
            #expect(link.hasPrefix("http://127.0.0.1:"))
            #expect(!link.hasPrefix(simulator.baseURL.absoluteString))
            let answer = try await DownloadClient.fetch(link)
            #expect(answer.status == 200)
            #expect(answer.body == Self.content)
            #expect(answer.headers["content-type"] == ["text/csv; charset=utf-8"])
            #expect(answer.headers["content-disposition"] == ["attachment; filename=\"\(SeededRuns.finished).csv\""])
            #expect(answer.headers["content-length"] == ["\(Self.content.readableBytes)"])
            #expect(answer.headers["accept-ranges"] == ["bytes"])
            #expect(answer.headers.first(name: "etag")?.hasPrefix("\"") == true)
            #expect(await simulator.downloads.map(\.status) == [200])
            #expect(await simulator.requests.isEmpty)
        }
    }

    @Test func everyFormatIsServedAsItself() async throws {
        try await Simulator.with(.still) { simulator in
            for format in ExportFormat.allCases {
                let file = ExportSample.file(format)
                let answer = try await DownloadClient.fetch(await simulator.downloadServer.link(to: file, named: "../a b\"ü"))
                #expect(answer.body == ByteBuffer(bytes: file.bytes))
                #expect(answer.headers["content-type"] == [format.contentType])
                #expect(answer.headers["content-disposition"] == ["attachment; filename=\"___a_b__.\(format.rawValue)\""])
            }
        }
    }

    @Test func theHeadComesAlone() async throws {
        try await Self.withLink { simulator, link in
            let whole = try await DownloadClient.fetch(link, .HEAD)
            #expect(whole.status == 200)
            #expect(whole.body.readableBytes == 0)
            #expect(whole.headers["content-length"] == ["\(Self.content.readableBytes)"])
            #expect(whole.headers["etag"] == (try await DownloadClient.fetch(link)).headers["etag"])
            let part = try await DownloadClient.fetch(link, .HEAD, headers: ["Range": "bytes=1-4"])
            #expect(part.status == 206)
            #expect(part.headers["content-length"] == ["4"])
        }
    }

    @Test func aLinkExpiresByTheClock() async throws {
        try await Self.withLink { simulator, link in
            await simulator.clock.advance(by: .seconds(3599))
            #expect(try await DownloadClient.fetch(link).status == 200)
            await simulator.clock.advance(by: .seconds(1))
            let late = try await DownloadClient.fetch(link)
            #expect(late.status == 403)
            #expect(late.headers["content-type"] == ["application/xml"])
            let elements = try ExportXMLReader.elements(of: late.text)
            #expect(elements.map(\.name) == ["Code", "Message", "Error"])
            #expect(elements.map(\.text).prefix(2) == ["AccessDenied", "Request has expired"])
        }
    }

    @Test(arguments: [Duration.seconds(-1), .zero, .seconds(90), .seconds(Int64.max)])
    func theLifetimeIsAnOption(_ lifetime: Duration) async throws {
        try await Self.withLink(SimulatorOptions(clock: .manual(), downloadLifetime: lifetime)) { simulator, link in
            let first = try await DownloadClient.fetch(link)
            #expect(first.status == (lifetime > .zero ? 200 : 403))
            await simulator.clock.advance(by: .seconds(90))
            #expect(try await DownloadClient.fetch(link).status == (lifetime > .seconds(90) ? 200 : 403))
        }
    }

    @Test func nothingInALinkMayBeChanged() async throws {
        try await Self.withLink { simulator, link in
            let path = String(try #require(link.split(separator: "?").first))
            let codes: [(String, Int, String)] = [
                (path, 403, "AccessDenied"),
                (link.replacing("expires=", with: "expires=1"), 403, "SignatureDoesNotMatch"),
                (link.replacing("expires=", with: "expires=x"), 403, "SignatureDoesNotMatch"),
                (link + "0", 403, "SignatureDoesNotMatch"),
                (link.replacing("signature", with: "sign"), 403, "AccessDenied"),
                (link.replacing("/files/1/", with: "/files/2/"), 404, "NoSuchKey"),
                (simulator.downloadServer.baseURL + "/", 404, "NoSuchKey"),
            ]
            for (url, status, code) in codes {
                let answer = try await DownloadClient.fetch(url)
                #expect(answer.status == status, "\(url)")
                #expect(try ExportXMLReader.elements(of: answer.text).first?.text == code, "\(url)")
            }
        }
    }

    @Test(
        arguments: [
            (["Authorization": "Bearer secret"], "", ["authorization"]), (["api-key": "secret"], "", ["api-key"]),
            (["Cookie": "session=secret"], "", ["cookie"]), ([:], "&token=secret", ["token"]),
            (["API-Key": "secret", "Authorization": "secret"], "&token", ["api-key", "authorization", "token"]),
        ] as [(HTTPHeaders, String, [String])]
    )
    func aCredentialIsRefusedAndNoticed(_ headers: HTTPHeaders, _ query: String, _ credentials: [String]) async throws {
        try await Self.withLink { simulator, link in
            let answer = try await DownloadClient.fetch(link + query, headers: headers)
            #expect(answer.status == 400)
            #expect(try ExportXMLReader.elements(of: answer.text).first?.text == "InvalidArgument")
            let received = await simulator.downloads
            #expect(received.map(\.credentials) == [credentials])
            #expect(!"\(received)".contains("secret"))
            await simulator.clearDownloads()
            #expect(await simulator.downloads.isEmpty)
        }
    }

    @Test(arguments: [HTTPMethod.POST, .PUT, .DELETE])
    func filesCanOnlyBeRead(_ method: HTTPMethod) async throws {
        try await Self.withLink { _, link in
            let answer = try await DownloadClient.fetch(link, method)
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == ["GET, HEAD"])
        }
    }

    @Test func browsersMayReadIt() async throws {
        try await Self.withLink { simulator, link in
            let origin = ("Origin", "https://docs.example.com")
            let answer = try await DownloadClient.fetch(link, headers: [origin.0: origin.1])
            #expect(answer.headers["access-control-allow-origin"] == ["*"])
            #expect(answer.headers.first(name: "access-control-expose-headers")?.contains("etag") == true)
            let preflight = try await DownloadClient.fetch(
                link,
                .OPTIONS,
                headers: [origin.0: origin.1, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "range"]
            )
            #expect(preflight.status == 204)
            #expect(preflight.headers["access-control-allow-methods"] == ["GET, HEAD"])
            #expect(preflight.headers["access-control-allow-headers"] == ["range, if-range, if-match"])
        }
    }

    @Test func theOldestFilesGoFirst() async throws {
        let store = DownloadStore(maximumSize: 100, maximumCount: 3)
        func keep(_ size: Int) async -> String {
            await store.keep(.text(String(repeating: "x", count: size)), named: "a.txt")
        }
        let small = [await keep(1), await keep(1), await keep(1)]
        #expect(await store.file(at: small[0])?.size == 1)
        let half = await keep(60)
        #expect(await store.file(at: small[0]) == nil)
        #expect(await store.file(at: small[1]) != nil)
        let other = await keep(60)
        #expect(await store.file(at: half) == nil)
        #expect(await store.file(at: other)?.size == 60)
        let large = await keep(1000)
        #expect(await store.file(at: other) == nil)
        #expect(await store.file(at: large)?.size == 1000)
    }

    @Test func whatIsAskedForAgainIsTheNewest() async throws {
        let store = DownloadStore(maximumCount: 2)
        let log = await store.keep(.text("a"), named: "a.txt", about: "r")
        let other = await store.keep(.text("b"), named: "b.txt")
        #expect(await store.keep(.text("a"), named: "a.txt", about: "r") == log)
        let newest = await store.keep(.text("a"), named: "a.txt", about: "s")
        #expect(await store.file(at: other) == nil)
        #expect(await store.file(at: log) != nil)
        #expect(newest != log)
        // A file whose content was changed on request is another one.
        _ = await store.changeFile(at: log)
        #expect(await store.keep(.text("a"), named: "a.txt", about: "r") != log)
    }

    @Test func aTextIsAFileToo() async throws {
        try await Simulator.with(.still) { simulator in
            let link = await simulator.downloadServer.link(to: .text("ä\nb\nc"), named: "log")
            let answer = try await DownloadClient.fetch(link)
            #expect(answer.text == "ä\nb\nc")
            #expect(answer.headers["content-type"] == ["text/plain; charset=utf-8"])
            #expect(answer.headers["content-disposition"] == ["attachment; filename=\"log.txt\""])
            try await simulator.fail(download: .changedContent)
            #expect(try await DownloadClient.fetch(link).text == "b\nc")
        }
    }

    @Test func filesGoWithTheSimulator() async throws {
        var link = ""
        try await Self.withLink { link = $1 }
        await #expect(throws: (any Error).self) { try await DownloadClient.fetch(link) }
    }
}
