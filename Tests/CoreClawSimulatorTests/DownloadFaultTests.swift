import NIOCore
import NIOHTTP1
import Testing

@testable import CoreClawSimulator

struct DownloadFaultTests {
    private static let file = ExportFile.make(
        format: .csv,
        columns: ["text"],
        rows: (0..<4).map { ["text": .string(String(repeating: "\($0)", count: 40_000))] }
    )

    private static let content = ByteBuffer(bytes: file.bytes)

    private static func withLink(_ body: (Simulator, String) async throws -> Void) async throws {
        try await Simulator.with(.still) { simulator in
            try await body(simulator, await simulator.downloadServer.link(to: file, named: "a"))
        }
    }

    @Test(arguments: [0, 1, 1000, 100_000])
    func aCutDownloadCanBeResumed(_ count: Int) async throws {
        try await Self.withLink { simulator, link in
            try await simulator.fail(download: .cut(afterBytes: count))
            let first = try await DownloadClient.fetch(link)
            #expect(!first.isComplete)
            #expect(first.headers["content-length"] == ["\(Self.content.readableBytes)"])
            #expect(first.body == Self.content.getSlice(at: 0, length: count))
            let tag = try #require(first.headers.first(name: "etag"))
            let rest = try await DownloadClient.fetch(link, headers: ["Range": "bytes=\(count)-", "If-Range": tag])
            #expect(rest.status == 206)
            #expect(rest.body == Self.content.getSlice(at: count, length: Self.content.readableBytes - count))
        }
    }

    @Test func aStalledDownloadIsSilentAndEndsWithTheSimulator() async throws {
        let simulator = try await Simulator.start(.still)
        let link = await simulator.downloadServer.link(to: Self.file, named: "a")
        try await simulator.fail(download: .stall(afterBytes: 70_000))
        let answer = try await DownloadClient.fetch(link, upTo: 70_000)
        #expect(answer.body == Self.content.getSlice(at: 0, length: 70_000))
        try await simulator.fail(download: .stall(afterBytes: -1))
        let began = ContinuousClock.now
        let stalled = Task { try await DownloadClient.fetch(link) }
        while await simulator.downloads.count < 2 { try await Task.sleep(for: .milliseconds(10)) }
        try await Task.sleep(for: .milliseconds(300))
        try await simulator.stop()
        let nothing = try await stalled.value
        #expect(ContinuousClock.now - began >= .milliseconds(300))
        #expect(!nothing.isComplete)
        #expect(nothing.body.readableBytes == 0)
    }

    @Test func aServerWithoutRangesSendsEverything() async throws {
        try await Self.withLink { simulator, link in
            try await simulator.fail(download: .withoutRanges)
            let answer = try await DownloadClient.fetch(link, headers: ["Range": "bytes=1000-"])
            #expect(answer.status == 200)
            #expect(answer.headers["accept-ranges"].isEmpty)
            #expect(answer.body == Self.content)
        }
    }

    @Test func changedContentIsAnotherFileFromThenOn() async throws {
        try await Self.withLink { simulator, link in
            let old = try await DownloadClient.fetch(link)
            let tag = try #require(old.headers.first(name: "etag"))
            try await simulator.fail(download: .changedContent)
            let new = try await DownloadClient.fetch(link, headers: ["Range": "bytes=1000-", "If-Range": tag])
            #expect(new.status == 200)
            #expect(new.headers["etag"] != old.headers["etag"])
            #expect(new.body == ByteBuffer(bytes: Self.file.withoutFirstRow.bytes))
            let again = try await DownloadClient.fetch(link)
            #expect(again.body == new.body)
            #expect(again.headers["etag"] == new.headers["etag"])
        }
    }

    @Test func changedContentHasAnotherTagEvenWhenNothingIsLeftToChange() async throws {
        try await Simulator.with(.still) { simulator in
            let empty = ExportFile.make(format: .csv, columns: ["a"], rows: [])
            let link = await simulator.downloadServer.link(to: empty, named: "a")
            let old = try await DownloadClient.fetch(link)
            try await simulator.fail(download: .changedContent, times: 2)
            let new = try await DownloadClient.fetch(link)
            let newest = try await DownloadClient.fetch(link)
            #expect(Set([old, new, newest].compactMap { $0.headers.first(name: "etag") }).count == 3)
        }
    }

    @Test func aStatusIsAnErrorDocument() async throws {
        try await Self.withLink { simulator, link in
            try await simulator.fail(download: .status(503), times: 2)
            try await simulator.fail(download: .status(500))
            try await simulator.fail(download: .status(429))
            for code in ["SlowDown", "SlowDown", "InternalError", "Status429"] {
                let answer = try await DownloadClient.fetch(link)
                #expect(try ExportXMLReader.elements(of: answer.text).first?.text == code)
            }
            #expect(await simulator.downloads.map(\.status) == [503, 503, 500, 429])
            #expect(try await DownloadClient.fetch(link).status == 200)
        }
    }

    @Test func onlyDownloadsMeetFaults() async throws {
        try await Self.withLink { simulator, link in
            try await simulator.fail(download: .status(500))
            #expect(try await DownloadClient.fetch(link, .HEAD).status == 200)
            #expect(try await DownloadClient.fetch(link + "0").status == 403)
            await simulator.clearFaults()
            #expect(try await DownloadClient.fetch(link).status == 200)
        }
    }

    @Test(arguments: [-1, 200, 302, 399, 600])
    func impossibleFaultsAreRefused(_ status: Int) async throws {
        try await Simulator.with(.still) { simulator in
            let error = await #expect(throws: SimulatorError.self) { try await simulator.fail(download: .status(status)) }
            #expect(error == .invalidFault("status \(status) is not between 400 and 599"))
        }
    }

    @Test(arguments: [0, -1, Int.min])
    func aFaultHappensAtLeastOnce(_ times: Int) async throws {
        try await Simulator.with(.still) { simulator in
            let error = await #expect(throws: SimulatorError.self) {
                try await simulator.fail(download: .withoutRanges, times: times)
            }
            #expect(error == .invalidFault("\(times) times is less than once"))
        }
    }
}
