import Hummingbird
import Testing

@testable import CoreClawSimulator

struct RequestLogTests {
    private static func record(_ paths: Range<Int>, size: Int = 0, in log: RequestLog) async {
        for number in paths {
            let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/\(number)")
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            await log.record(ReceivedRequest(request, body: Array(repeating: 0, count: size), operation: nil))
        }
    }

    @Test func theOldestGoWhenThereAreTooMany() async {
        let log = RequestLog(maximumCount: 8)
        await Self.record(0..<8, in: log)
        #expect(await log.requests.count == 8)
        await Self.record(8..<9, in: log)
        #expect(await log.requests.map(\.path) == ["/3", "/4", "/5", "/6", "/7", "/8"])
    }

    @Test func theOldestGoWhenTheirBodiesAreTooLarge() async {
        let log = RequestLog(maximumSize: 100)
        await Self.record(0..<10, size: 10, in: log)
        #expect(await log.requests.count == 10)
        await Self.record(10..<11, size: 1, in: log)
        #expect(await log.requests.map(\.path) == ["/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10"])
        await Self.record(11..<12, size: 1000, in: log)
        #expect(await log.requests.map(\.path) == ["/11"])
        await log.removeAll()
        await Self.record(0..<10, size: 10, in: log)
        #expect(await log.requests.count == 10)
    }

    @Test func asManyAreKeptAsIsSaid() async {
        let log = RequestLog()
        await Self.record(0..<10_000, in: log)
        #expect(await log.requests.count == 10_000)
        await Self.record(10_000..<10_001, in: log)
        #expect(await log.requests.count == 7500)
    }
}
