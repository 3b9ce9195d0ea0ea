import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct DownloadFileTests {
    private static let link = URL(string: "https://storage.test/file")

    private func save(
        _ transport: MemoryTransport = MemoryTransport(.json("new", headers: [.contentType: "text/csv"])),
        to path: String,
        replacing: Bool = true
    ) async throws -> DownloadedFile {
        try await TestClient.with(transport).download(#require(Self.link), to: path, replacing: replacing)
    }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func savesAFileAndTellsOfIt() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a")
        let saved = try await save(to: path)
        #expect(saved.path == path)
        #expect(saved.size == 3)
        #expect(saved.contentType == "text/csv")
        #expect(saved.attempts == 1)
        #expect(folder.bytes("a") == Array("new".utf8))
        #expect(folder.names == ["a"])
        let plain = FileManager.default.createFile(atPath: folder.path("b"), contents: nil)
        #expect(plain)
        #expect(try permissions(path) == permissions(folder.path("b")))
    }

    @Test func savesToAFileURL() async throws {
        let folder = try TemporaryFolder()
        let client = TestClient.with(MemoryTransport(.json("new")))
        let link = try #require(Self.link)
        try await client.download(link, to: folder.url.appending(path: "ä b%20"))
        #expect(folder.names == ["ä b%20"])
        #expect(await apiError { try await client.download(link, to: link) }?.kind == .invalidArgument)
    }

    @Test func anEmptyFileIsAFile() async throws {
        let folder = try TemporaryFolder()
        #expect(try await save(MemoryTransport(.json("", headers: [.contentLength: "0"])), to: folder.path("a")).size == 0)
        #expect(folder.bytes("a") == [])
    }

    @Test func aFileThatIsThereIsReplacedAtTheEnd() async throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "a")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("a"))
        let path = folder.path("a")
        let transport = MemoryTransport { _, _ in
            #expect((try? String(contentsOfFile: path, encoding: .utf8)) == "old")
            return .json("new")
        }
        _ = try await save(transport, to: path)
        #expect(folder.bytes("a") == Array("new".utf8))
        #expect(folder.names == ["a"])
        #expect(try permissions(path) == 0o640)
    }

    @Test func aFileThatIsThereStaysWhereItIsNotToBeReplaced() async throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "a")
        let transport = MemoryTransport(.json("new"))
        let error = await apiError { try await save(transport, to: folder.path("a"), replacing: false) }
        #expect(error?.kind == .file)
        #expect(error?.message.hasSuffix("a' is there already") == true)
        #expect(transport.requests.isEmpty)
        #expect(folder.names == ["a"])
        _ = try await save(transport, to: folder.path("b"), replacing: false)
        #expect(folder.names == ["a", "b"])

        let path = folder.path("c")
        let slow = MemoryTransport { _, _ in
            _ = FileManager.default.createFile(atPath: path, contents: Data("other".utf8))
            return .json("new")
        }
        #expect(await apiError { try await save(slow, to: path, replacing: false) }?.kind == .file)
        #expect(folder.bytes("c") == Array("other".utf8))
        #expect(folder.names == ["a", "b", "c"])
    }

    @Test func aLinkStaysALink() async throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "a")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "a")
        _ = try await save(to: folder.path("link"))
        #expect(folder.bytes("a") == Array("new".utf8))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "a")
    }

    @Test func aLinkThatLeadsNowhereStays() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "a")
        let transport = MemoryTransport(.json("new"))
        let error = await apiError { try await save(transport, to: folder.path("link")) }
        #expect(error?.kind == .file)
        #expect(error?.message.hasSuffix("link' is a link that leads to no file") == true)
        #expect(transport.requests.isEmpty)
        #expect(folder.names == ["link"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "a")
    }

    @Test func aNameMayBeginWithAnAccent() async throws {
        let folder = try TemporaryFolder()
        let url = folder.url
        let transport = MemoryTransport { _, _ in
            // The hidden file is in the same folder.
            #expect(names(in: url).count == 1)
            return .json("new")
        }
        _ = try await save(transport, to: url.path + "/\u{301}a")
        #expect(folder.names == ["\u{301}a"])
    }

    @Test func aFailedDownloadLeavesWhatWasThere() async throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "a")
        let transport = MemoryTransport(.json("x", headers: [.contentLength: "2"]))
        #expect(await apiError { try await save(transport, to: folder.path("a")) }?.kind == .connection)
        #expect(folder.bytes("a") == Array("old".utf8))
        #expect(folder.names == ["a"])
    }

    @Test(arguments: ["missing/a", "", "a\0b", "/", "plain/a"])
    func someFilesCannotBeMade(name: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "plain")
        let transport = MemoryTransport(.json("new"))
        let error = await apiError { try await save(transport, to: name.isEmpty ? "" : folder.url.path + "/" + name) }
        #expect(error?.kind == .file)
        #expect(error?.isCertainlyNotSent == true)
        #expect(transport.requests.isEmpty)
        #expect(folder.names == ["plain"])
        if name == "missing/a" { #expect((error?.underlying as? POSIXError)?.code == .ENOENT) }
    }

    @Test func whatIsNoRegularFileIsNotReplaced() async throws {
        let folder = try TemporaryFolder()
        #expect(await apiError { try await save(to: folder.url.path) }?.message.hasSuffix("is a folder") == true)
        #expect(await apiError { try await save(to: "/dev/null") }?.message == "'/dev/null' is no regular file")
    }

    @Test(.enabled(if: geteuid() != 0, "nothing is read-only to root"))
    func aFolderThatIsReadOnlyIsAnError() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
        let error = await apiError { try await save(to: folder.path("a")) }
        #expect((error?.underlying as? POSIXError)?.code == .EACCES)
    }

    @Test func aFolderThatVanishesIsAnError() async throws {
        let folder = try TemporaryFolder()
        let url = folder.url
        let transport = MemoryTransport { _, _ in
            try FileManager.default.removeItem(at: url)
            return .json("new")
        }
        let error = await apiError { try await save(transport, to: folder.path("a")) }
        #expect(error?.kind == .file)
        #expect((error?.underlying as? POSIXError)?.code == .ENOENT)
    }

    @Test func manyDownloadsAtOnceKeepApart() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.path
        let client = TestClient.with(MemoryTransport(.json("new"))) { $0.randomness = { 5 } }
        let link = try #require(Self.link)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<6 { group.addTask { try await client.download(link, to: "\(path)/\(number)") } }
            try await group.waitForAll()
        }
        #expect(folder.names == ["0", "1", "2", "3", "4", "5"])
    }
}
