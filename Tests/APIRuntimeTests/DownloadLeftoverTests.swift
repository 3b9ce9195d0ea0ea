import Foundation
import HTTPTypes
import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

/// What a download leaves behind for a later one, and what that makes of it.
@Suite struct DownloadLeftoverTests {
    private let file = ServedFile()

    private var client: TestClient {
        TestClient(apiKey: TestClient.key) { configuration in
            configuration.removeTimeLimits()
            configuration.retryPolicy = .none
            configuration.logger.logLevel = .critical
        }
    }

    private func link(_ server: LoopbackServer, _ path: String = "/file?X-Amz-Signature=4f1c&part=1") throws -> URL {
        try #require(URL(string: "\(server.url)\(path)"))
    }

    /// Runs two downloads to the same path: the first breaks after 30,000 bytes, the second is answered by another file.
    private func twice(
        _ first: ServedFile = ServedFile(),
        then second: ServedFile = ServedFile(),
        path: String = "/file?X-Amz-Signature=4f1c&part=1",
        resuming: Bool = true,
        meanwhile: (URL) throws -> Void = { _ in }
    ) async throws -> (saved: DownloadedFile, bytes: [UInt8]?, range: Int?, names: [String]) {
        let answer = { @Sendable (request: String, number: Int) in
            number == 1 ? first.answer(request, cutAfter: 30_000) : second.answer(request)
        }
        return try await withServer(answer) { server in
            let folder = try TemporaryFolder()
            let target = folder.path("a"), firstLink = try link(server)
            let error = await apiError { try await client.download(firstLink, to: target, resuming: true) }
            #expect(error?.kind == .connection)
            try meanwhile(folder.url)
            let saved = try await client.download(link(server, path), to: target, resuming: resuming)
            return (saved, folder.bytes("a"), rangeStart(of: server.requests[1]), folder.names)
        }
    }

    @Test(arguments: [
        "/file?X-Amz-Signature=4f1c&part=1", "/file?X-Amz-Signature=ffff&X-Amz-Expires=60&part=1", "/file?part=1&sig=2",
        "/file?part=1#fragment",
    ])
    func theSameFileIsGoneOnWithAlsoUnderANewSignature(path: String) async throws {
        let (saved, bytes, range, names) = try await twice(path: path)
        #expect(bytes == file.bytes)
        #expect(range == 30_000)
        #expect(saved.resumedFrom == 30_000)
        #expect(saved.size == 100_000)
        #expect(saved.attempts == 1)
        #expect(saved.response.contentLength == 100_000)
        #expect(names == ["a"])
    }

    /// Two files of a server may well have the same validator, such as the number of their version.
    @Test(arguments: ["/other?part=1", "/file?part=2", "/file", "/FILE?part=1"])
    func anotherFileIsNot(path: String) async throws {
        let other = ServedFile(bytes: file.bytes.reversed())
        let (saved, bytes, range, names) = try await twice(then: other, path: path)
        #expect(bytes == other.bytes)
        #expect(range == nil)
        #expect(saved.resumedFrom == 0)
        #expect(names == ["a"])
    }

    @Test func aFileThatChangedIsBegunAgain() async throws {
        let changed = ServedFile(bytes: file.bytes.reversed(), tag: "\"v2\"")
        let (saved, bytes, range, names) = try await twice(then: changed)
        #expect(bytes == changed.bytes)
        #expect(range == 30_000)
        #expect(saved.resumedFrom == 0)
        #expect(saved.response.headers[.eTag] == "\"v2\"")
        #expect(names == ["a"])
    }

    @Test func aServerThatForgotRangesSendsTheFileAgain() async throws {
        let (saved, bytes, range, _) = try await twice(then: ServedFile(knowsRanges: false))
        #expect(bytes == file.bytes)
        #expect(range == 30_000)
        #expect(saved.resumedFrom == 0)
    }

    @Test func whatWasLeftIsNotUsedUnlessWanted() async throws {
        let (_, bytes, range, names) = try await twice(resuming: false)
        #expect(bytes == file.bytes)
        #expect(range == nil)
        #expect(names == ["a"])
    }

    private static let change = "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n"

    @Test(arguments: [
        ("\"v1\"", "", true), (nil, "\(change)Date: Sun, 06 Nov 1994 08:50:37 GMT\r\n", true),
        (nil, "\(change)Date: Sun, 06 Nov 1994 08:50:36 GMT\r\n", false), (nil, change, false), (nil, "", false),
        ("W/\"v1\"", "\(change)Date: Sun, 06 Nov 1994 08:50:37 GMT\r\n", false), ("\"v1\"", "Accept-Ranges: none\r\n", false),
    ])
    func whatHasNoStrongValidatorIsNotLeft(tag: String?, headers: String, isLeft: Bool) async throws {
        let file = ServedFile(tag: tag, headers: headers)
        try await withServer({ request, number in file.answer(request, cutAfter: number == 1 ? 30_000 : nil) }) { server in
            let folder = try TemporaryFolder()
            let target = folder.path("a"), link = try link(server)
            #expect(await apiError { try await client.download(link, to: target, resuming: true) }?.kind == .connection)
            #expect(folder.names == (isLeft ? [".a.download-1", ".a.download-1.info"] : []))
            try await client.download(link, to: target, resuming: true)
            #expect(folder.bytes("a") == file.bytes)
            #expect(rangeStart(of: server.requests[1]) == (isLeft ? 30_000 : nil))
        }
    }

    @Test func nothingOfALinkIsWrittenDown() async throws {
        _ = try await twice { folder in
            let text = try String(contentsOf: folder.appending(path: ".a.download-1.info"), encoding: .utf8)
            #expect(text.contains("etag: \"v1\"\n") && text.contains("synced: 30000\n"))
            for secret in ["4f1c", "/file", "part", "127.0.0.1", TestClient.key] { #expect(!text.contains(secret)) }
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/.a.download-1.info")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func whatCannotBeTrustedIsBegunAgain() async throws {
        let hidden = ".a.download-1", record = ".a.download-1.info"
        let harms: [(URL) throws -> Void] = [
            { try FileManager.default.removeItem(at: $0.appending(path: record)) },
            { try Data("nonsense".utf8).write(to: $0.appending(path: record)) },
            { try Data(repeating: 0x41, count: 70_000).write(to: $0.appending(path: record)) },
            { try Data(count: 100_001).write(to: $0.appending(path: hidden)) },
            { try Data().write(to: $0.appending(path: hidden)) },
            { try FileManager.default.linkItem(atPath: $0.path + "/" + hidden, toPath: $0.path + "/kept") },
        ]
        for harm in harms {
            let (_, bytes, range, names) = try await twice(meanwhile: harm)
            #expect(bytes == file.bytes)
            #expect(range == nil)
            #expect(names == ["a"] || names == ["a", "kept"])
        }
    }

    @Test func aFileUnderAnotherNameIsNotWrittenTo() async throws {
        _ = try await twice { folder in
            try FileManager.default.removeItem(at: folder.appending(path: ".a.download-1"))
            try Data("mine".utf8).write(to: folder.appending(path: "mine"))
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/.a.download-1",
                withDestinationPath: folder.path + "/mine"
            )
        }
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "mine")
        try FileManager.default.createSymbolicLink(atPath: folder.path(".a.download-1"), withDestinationPath: folder.path("mine"))
        try await withServer({ request, _ in file.answer(request) }) { server in
            try await client.download(link(server), to: folder.path("a"), resuming: true)
            #expect(folder.bytes("mine") == Array("mine".utf8))
            #expect(folder.bytes("a") == file.bytes)
        }
    }

    /// A process may die at any moment, and what then is there must fit together.
    @Test func noRecordStandsBesideAnotherVersion() async throws {
        let folder = try TemporaryFolder()
        let target = folder.path("a"), url = folder.url
        let link = try #require(URL(string: "https://storage.test/file"))
        let seen = NIOLockedValueBox<[[String]]>([])
        let transport = MemoryTransport { request, number in
            if number == 1 { return .broken("old", headers: [.eTag: "\"v1\"", .contentLength: "9"]) }
            let body = HTTPBodyStream {
                var pieces = ["new", " version"]
                return {
                    guard !pieces.isEmpty else { throw HTTPTransportError(.interrupted, "closed") }
                    seen.withLockedValue { $0.append(names(in: url)) }
                    return Array(pieces.removeFirst().utf8)
                }
            }
            return MemoryTransport.Reply(headers: [.contentLength: "20"], body: body)
        }
        let client = TestClient.with(transport) { $0.retryPolicy = .none }
        for _ in 1...2 {
            #expect(await apiError { try await client.download(link, to: target, resuming: true) }?.kind == .connection)
        }
        #expect(seen.withLockedValue { $0 } == [[".a.download-1"], [".a.download-1"]])
        #expect(folder.names.isEmpty)
    }

    @Test func aServerThatSendsTooMuchIsNotBelieved() async throws {
        let folder = try TemporaryFolder()
        let target = folder.path("a")
        let link = try #require(URL(string: "https://storage.test/file"))
        let body = HTTPBodyStream {
            var pieces = ["ab", "c"]
            return { pieces.isEmpty ? nil : Array(pieces.removeFirst().utf8) }
        }
        let transport = MemoryTransport(MemoryTransport.Reply(headers: [.eTag: "\"v1\"", .contentLength: "2"], body: body))
        let client = TestClient.with(transport)
        #expect(await apiError { try await client.download(link, to: target, resuming: true) }?.kind == .unexpectedAnswer)
        #expect(folder.names.isEmpty)
    }

    @Test func aCancelledDownloadIsGoneOnWith() async throws {
        let answer = { @Sendable [file] (request: String, number: Int) in
            number == 1 ? file.answer(request, cutAfter: 30_000).dropLast() + [.stall] : file.answer(request)
        }
        try await withServer(answer) { server in
            let folder = try TemporaryFolder()
            let target = folder.path("a"), link = try link(server), client = client
            let task = Task { try await client.download(link, to: target, resuming: true) }
            let url = folder.url
            try await eventually { size(of: ".a.download-1", in: url) == 30_000 }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(folder.names == [".a.download-1", ".a.download-1.info"])
            #expect(try await client.download(link, to: target, resuming: true).resumedFrom == 30_000)
            #expect(folder.bytes("a") == file.bytes)
            #expect(folder.names == ["a"])
        }
    }

    /// Breaks over several calls add up, and a refusal in between, such as of an expired link, takes nothing away.
    @Test func severalCallsTogetherMakeAFile() async throws {
        let answer = { @Sendable [file] (request: String, number: Int) in
            switch number {
            case 2: ServedFile.other("403 Forbidden")
            case 1, 3: file.answer(request, cutAfter: 30_000)
            default: file.answer(request)
            }
        }
        try await withServer(answer) { server in
            let folder = try TemporaryFolder()
            let target = folder.path("a"), link = try link(server)
            for kind in [APIError.Kind.connection, .forbidden, .connection] {
                #expect(await apiError { try await client.download(link, to: target, resuming: true) }?.kind == kind)
            }
            #expect(try await client.download(link, to: target, resuming: true).resumedFrom == 60_000)
            #expect(folder.bytes("a") == file.bytes)
        }
    }

    @Test func twoDownloadsOfOneFileKeepApart() async throws {
        let folder = try TemporaryFolder()
        let target = folder.path("a"), url = folder.url
        let link = try #require(URL(string: "https://storage.test/file"))
        let second = TestClient.with(MemoryTransport(.json("second", headers: [.eTag: "\"v1\""])))
        let first = MemoryTransport { _, _ in
            // The first download holds its file, though nothing is in it yet.
            #expect(names(in: url) == [".a.download-1"])
            _ = try await second.download(link, to: target, resuming: true)
            #expect(names(in: url) == [".a.download-1", "a"])
            return .json("first", headers: [.eTag: "\"v1\""])
        }
        try await TestClient.with(first).download(link, to: target, resuming: true)
        #expect(folder.bytes("a") == Array("first".utf8))
        #expect(folder.names == ["a"])
    }

    @Test func namesThatAreAlmostTooLongHaveLeftoversToo() async throws {
        let names = ["ä", "a"].map { String(repeating: $0, count: $0 == "a" ? 255 : 127) }
        for name in names {
            try await withServer({ [file] request, number in file.answer(request, cutAfter: number == 1 ? 30_000 : nil) }) {
                server in
                let folder = try TemporaryFolder()
                let target = folder.path(name), link = try link(server)
                #expect(await apiError { try await client.download(link, to: target, resuming: true) }?.kind == .connection)
                #expect(folder.names.count == 2)
                #expect(folder.names.allSatisfy { $0.utf8.count <= 255 && $0.hasPrefix("." + name.prefix(90)) })
                #expect(try await client.download(link, to: target, resuming: true).resumedFrom == 30_000)
            }
        }
    }
}

/// The size of a file, or nil if there is none.
func size(of name: String, in folder: URL) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: folder.path + "/" + name))?[.size] as? Int
}
