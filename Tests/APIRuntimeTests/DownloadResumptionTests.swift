import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

/// What follows when a file of which only the beginning is known, not the size, breaks off.
@Suite struct DownloadResumptionTests {
    private typealias Reply = MemoryTransport.Reply

    private static let link = URL(string: "https://storage.test/file")

    private func part(_ range: String, _ text: String) -> Reply {
        .json(text, status: 206, headers: [.contentRange: range, .eTag: "\"v1\""])
    }

    /// Answers the beginning, then each of the others, then the whole file to whoever asks for no range.
    private func transport(_ beginning: String, _ others: Reply...) -> MemoryTransport {
        MemoryTransport { request, number in
            if number == 1 { return .broken(beginning, headers: [.eTag: "\"v1\""]) }
            guard request.headerFields[.range] != nil else { return .json("abcdefghij", headers: [.eTag: "\"v1\""]) }
            return others[min(number - 1, others.count) - 1]
        }
    }

    private func read(_ transport: MemoryTransport) async throws -> String {
        let download = try await TestClient.with(transport).download(#require(Self.link))
        return String(decoding: try await download.reduce(into: []) { $0 += $1 }, as: UTF8.self)
    }

    private func save(_ transport: MemoryTransport) async throws -> String {
        let folder = try TemporaryFolder()
        let saved = try await TestClient.with(transport).download(#require(Self.link), to: folder.path("a"))
        let bytes = folder.bytes("a") ?? []
        #expect(saved.size == bytes.count)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func ranges(_ transport: MemoryTransport) -> [String?] {
        transport.requests.map { $0.headerFields[.range] }
    }

    @Test(arguments: ["bytes 5-9/*", "bytes 5-6/*"])
    func aPartIsNotTheRestWhereNobodyTellsTheSize(range: String) async throws {
        let streamed = transport("abcde", part(range, range == "bytes 5-9/*" ? "fghij" : "fg"))
        #expect(await apiError { try await read(streamed) }?.kind == .interrupted)
        let saved = transport("abcde", part(range, range == "bytes 5-9/*" ? "fghij" : "fg"))
        #expect(try await save(saved) == "abcdefghij")
        #expect(ranges(saved) == [nil, "bytes=5-", nil])
    }

    @Test(arguments: ["bytes 5-6/10", "bytes 5-9/10"])
    func whatIsMissingBehindAPartIsAskedForToo(range: String) async throws {
        for action in [read, save] {
            let transport = transport("abcde", part(range, "fg"), part("bytes 7-9/*", "hij"))
            #expect(try await action(transport) == "abcdefghij")
            #expect(ranges(transport) == [nil, "bytes=5-", "bytes=7-"])
        }
    }

    @Test func aPartIsNoLongerThanItSays() async throws {
        for action in [read, save] {
            let transport = transport("abcde", part("bytes 5-6/10", "fghij"))
            #expect(await apiError { try await action(transport) }?.kind == .unexpectedAnswer)
        }
    }

    @Test(
        arguments: [
            ("bytes */10", "\"v1\"", true), ("bytes */11", "\"v1\"", false), ("bytes */10", "\"v2\"", false),
            ("bytes */10", nil, false), (nil, "\"v1\"", false),
        ] as [(String?, String?, Bool)]
    )
    func aRestThatIsNotThereMayHaveComeAlready(range: String?, tag: String?, isComplete: Bool) async throws {
        var headers = HTTPFields()
        headers[.contentRange] = range
        headers[.eTag] = tag
        let refusal = Reply.json("", status: 416, headers: headers)
        let streamed = transport("abcdefghij", refusal)
        if isComplete {
            #expect(try await read(streamed) == "abcdefghij")
        } else {
            #expect(await apiError { try await read(streamed) }?.kind == .interrupted)
        }
        let saved = transport("abcdefghij", refusal)
        #expect(try await save(saved) == "abcdefghij")
        #expect(ranges(saved) == [nil, "bytes=10-"] + (isComplete ? [] : [nil]))
    }
}
