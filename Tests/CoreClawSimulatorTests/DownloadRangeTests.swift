import NIOCore
import NIOHTTP1
import Testing

@testable import CoreClawSimulator

struct DownloadRangeTests {
    @Test(
        arguments: [
            (nil, .whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-4", .part(2..<5)), ("bytes=5-", .part(5..<10)),
            ("bytes=8-100", .part(8..<10)), ("bytes=-3", .part(7..<10)), ("bytes=-100", .part(0..<10)),
            ("Bytes= 1-2 ", .part(1..<3)),
            ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=1-99999999999999999999", .part(1..<10)), ("bytes=-99999999999999999999", .part(0..<10)),
            ("bytes=3-2", .whole), ("bytes=-", .whole), ("bytes=0-1,3-4", .whole), ("rows=0-1", .whole), ("bytes=a-b", .whole),
            ("bytes=+1-2", .whole), ("bytes=--1", .whole),
        ] as [(String?, ByteRange)]
    )
    func aHeaderIsReadAgainstTheSize(_ header: String?, _ range: ByteRange) {
        #expect(ByteRange(header, size: 10) == range)
    }

    @Test(arguments: ["bytes=0-", "bytes=0-0", "bytes=-1"])
    func nothingHasNoParts(_ header: String) {
        #expect(ByteRange(header, size: 0) == .unsatisfiable)
    }

    @Test func aPartSaysWhichItIs() async throws {
        try await Simulator.with(.still) { simulator in
            let file = ExportSample.file(.xlsx)
            let link = await simulator.downloadServer.link(to: file, named: "a")
            let answer = try await DownloadClient.fetch(link, headers: ["Range": "bytes=100-199"])
            #expect(answer.status == 206)
            #expect(answer.body == ByteBuffer(bytes: file.bytes[100..<200]))
            #expect(answer.headers["content-range"] == ["bytes 100-199/\(file.bytes.count)"])
            let behind = try await DownloadClient.fetch(link, headers: ["Range": "bytes=\(file.bytes.count)-"])
            #expect(behind.status == 416)
            #expect(behind.headers["content-range"] == ["bytes */\(file.bytes.count)"])
            #expect(try ExportXMLReader.elements(of: behind.text).first?.text == "InvalidRange")
        }
    }

    @Test func aPartMayBeAskedForOnACondition() async throws {
        try await Simulator.with(.still) { simulator in
            let link = await simulator.downloadServer.link(to: ExportSample.file(.csv), named: "a")
            let tag = try #require(try await DownloadClient.fetch(link).headers.first(name: "etag"))
            for (header, value, status) in [
                ("If-Range", tag, 206), ("If-Range", "\"other\"", 200), ("If-Range", "W/\(tag)", 200),
                ("If-Range", "Thu, 20 Aug 2026 04:00:00 GMT", 200), ("If-Match", "\"x\", \(tag)", 206), ("If-Match", "*", 206),
                ("If-Match", "\"other\"", 412),
            ] {
                let answer = try await DownloadClient.fetch(link, headers: ["Range": "bytes=1-2", header: value])
                #expect(answer.status == status, "\(header): \(value)")
            }
        }
    }
}
