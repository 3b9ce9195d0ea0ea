import Foundation
import HTTPTypes
import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

/// What becomes of a download when the disk fails, or the machine.
@Suite struct DownloadDiskTests {
    private typealias Reply = MemoryTransport.Reply

    /// Answers the whole file, or the rest of it.
    private static let transport = MemoryTransport { request, _ in
        let headers: HTTPFields = [.eTag: "\"v1\"", .contentLength: "10"]
        guard let range = request.headerFields[.range], let start = Int(range.dropFirst(6).dropLast()) else {
            return .json("abcdefghij", headers: headers)
        }
        let part: HTTPFields = [.eTag: "\"v1\"", .contentRange: "bytes \(start)-9/10"]
        return .json(String("abcdefghij".dropFirst(start)), status: 206, headers: part)
    }

    private func save(
        to path: String,
        replacing: Bool = true,
        resuming: Bool = true,
        by transport: MemoryTransport = transport,
        _ calls: FileCalls = FileCalls()
    ) async throws -> DownloadedFile {
        let link = try #require(URL(string: "https://storage.test/file"))
        return try await FileDownload(
            DownloadTransfer.target(of: link),
            to: path,
            replacing: replacing,
            resuming: resuming,
            of: TestClient.service,
            configuration: TestClient.with(transport) { $0.retryPolicy = .none }.configuration,
            reporter: nil,
            calls: calls
        ).run()
    }

    /// Calls of which the sync fails that comes as the given one.
    private func calls(failing number: Int, with error: Int32) -> FileCalls {
        let count = NIOLockedValueBox(0)
        var calls = FileCalls()
        calls.sync = { descriptor in
            let present = count.withLockedValue { count in
                count += 1
                return count
            }
            guard present == number else { return fsync(descriptor) }
            errno = error
            return -1
        }
        return calls
    }

    @Test func theContentIsOnTheDiskBeforeTheNameAndTheNameBeforeTheEnd() async throws {
        let folder = try TemporaryFolder()
        let log = NIOLockedValueBox<[String]>([])
        var calls = FileCalls()
        calls.sync = { descriptor in
            var status = stat()
            fstat(descriptor, &status)
            let kind = status.st_mode & S_IFMT == S_IFDIR ? "folder" : "file of \(status.st_size)"
            log.withLockedValue { $0.append("sync \(kind)") }
            return fsync(descriptor)
        }
        calls.rename = { old, new in
            log.withLockedValue { $0.append("rename") }
            return rename(old, new)
        }
        _ = try await save(to: folder.path("a"), calls)
        #expect(log.withLockedValue { $0 } == ["sync file of 10", "rename", "sync folder"])
        #expect(folder.names == ["a"])
    }

    @Test func aFullDiskLeavesWhatFitsAndTheNextCallGoesOn() async throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "a")
        let room = NIOLockedValueBox(4)
        var calls = FileCalls()
        calls.write = { descriptor, bytes in
            room.withLockedValue { room in
                guard room > 0 else {
                    errno = ENOSPC
                    return -1
                }
                let count = write(descriptor, bytes.baseAddress, min(room, bytes.count))
                room -= count
                return count
            }
        }
        let target = folder.path("a"), full = calls
        let error = await apiError { try await save(to: target, full) }
        #expect(error?.kind == .file)
        #expect((error?.underlying as? POSIXError)?.code == .ENOSPC)
        #expect(error?.isCertainlyNotSent == false)
        #expect(folder.names == [".a.download-1", ".a.download-1.info", "a"])
        #expect(folder.bytes("a") == Array("old".utf8))
        #expect(folder.bytes(".a.download-1") == Array("abcd".utf8))
        #expect(try await save(to: target).resumedFrom == 4)
        #expect(folder.bytes("a") == Array("abcdefghij".utf8))
        room.withLockedValue { $0 = 4 }
        #expect(await apiError { try await save(to: target, resuming: false, full) }?.kind == .file)
        #expect(folder.names == ["a"])
    }

    @Test func whatMayNotBeOnTheDiskIsNotKept() async throws {
        let folder = try TemporaryFolder()
        let target = folder.path("a")
        // Whether the file is to be put in its place or left behind: once a sync has failed, the next one proves nothing.
        let complete = calls(failing: 1, with: EIO)
        #expect(await apiError { try await save(to: target, complete) }?.kind == .file)
        #expect(folder.names.isEmpty)
        let broken = calls(failing: 1, with: EIO)
        let cut = MemoryTransport(.broken("abc", headers: [.eTag: "\"v1\"", .contentLength: "10"]))
        #expect(await apiError { try await save(to: target, by: cut, broken) }?.kind == .connection)
        #expect(folder.names.isEmpty)
    }

    @Test(arguments: [(EIO, false), (EINVAL, true), (ENOTSUP, true)])
    func aFolderThatCannotBeSyncedIsAnErrorUnlessNoneCanBe(error: Int32, isFine: Bool) async throws {
        let folder = try TemporaryFolder()
        let target = folder.path("a"), calls = calls(failing: 2, with: error)
        if isFine {
            _ = try await save(to: target, calls)
        } else {
            #expect(await apiError { try await save(to: target, calls) }?.kind == .file)
        }
        #expect(folder.names == ["a"])
    }

    @Test func aFileThatCannotBePutInItsPlaceIsConfirmedByItsLastByte() async throws {
        let folder = try TemporaryFolder()
        var calls = FileCalls()
        calls.rename = { _, _ in
            errno = EACCES
            return -1
        }
        let target = folder.path("a"), fixed = calls
        #expect(await apiError { try await save(to: target, fixed) }?.kind == .file)
        #expect(folder.bytes(".a.download-1")?.count == 10)
        #expect(try await save(to: target).resumedFrom == 9)
        #expect(folder.bytes("a") == Array("abcdefghij".utf8))
        #expect(folder.names == ["a"])
    }

    /// A copy of the files at a moment in the middle of a download is what a crash at that moment leaves behind.
    @Test(arguments: [("boot 1", true), ("boot 2", false), (nil, false)])
    func whatWasNotSyncedIsTrustedUntilTheMachineStarts(session: String?, isTrusted: Bool) async throws {
        let running = try TemporaryFolder()
        let crashed = try TemporaryFolder()
        let names = [".a.download-1", ".a.download-1.info"]
        let source = running.url, copy = crashed.url
        let body = HTTPBodyStream {
            var pieces = ["abc", "defg"]
            return {
                if !pieces.isEmpty { return Array(pieces.removeFirst().utf8) }
                for name in names {
                    try FileManager.default.copyItem(at: source.appending(path: name), to: copy.appending(path: name))
                }
                throw HTTPTransportError(.interrupted, "closed")
            }
        }
        let transport = MemoryTransport(Reply(headers: [.eTag: "\"v1\"", .contentLength: "10"], body: body))
        var calls = FileCalls()
        calls.bootSession = { "boot 1" }
        let target = running.path("a"), before = calls
        #expect(await apiError { try await save(to: target, by: transport, before) }?.kind == .connection)
        calls.bootSession = { session }
        let after = calls
        #expect(try await save(to: crashed.path("a"), after).resumedFrom == (isTrusted ? 7 : 0))
        #expect(crashed.bytes("a") == Array("abcdefghij".utf8))
        #expect(crashed.names == ["a"])
        // What was left in order was synced, and is good whatever the machine did since.
        #expect(try await save(to: target, after).resumedFrom == 7)
    }

    @Test func theSystemTellsItsSession() {
        #expect(BootSession.identifier?.isEmpty == false)
        #expect(BootSession.identifier == BootSession.identifier)
    }
}
