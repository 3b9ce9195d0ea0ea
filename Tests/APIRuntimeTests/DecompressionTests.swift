import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct DecompressionTests {
    /// A gzip stream that stands for `count` zeros, in about a hundred and sixtieth of their size.
    private static func zeros(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var buffer: UInt32 = 0, length: UInt32 = 0
        func write(_ bits: UInt32, _ count: UInt32) {
            buffer |= bits << length
            length += count
            while length >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: buffer))
                buffer >>= 8
                length -= 8
            }
        }
        // The only block, with fixed codes; a zero; then 258 times the byte before, again and again.
        write(0b011, 3)
        write(0b0000_1100, 8)
        for _ in 0..<count / 258 { write(0b1010_0011, 8); write(0, 5) }
        write(0, 7)
        write(0, 7)
        return bytes + [UInt8](repeating: 0, count: 8)
    }

    @Test func aSmallBodyThatInflatesFarBeyondTheLimitIsStopped() async throws {
        let body = Self.zeros(256 << 20)
        #expect(body.count < 2 << 20)
        let server = try LoopbackServer { _ in
            [
                .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"),
                .sendBytes(body), .close,
            ]
        }
        defer { server.stop() }
        let client = TestClient(apiKey: TestClient.key, baseURL: server.url) { configuration in
            configuration.transport = AsyncHTTPTransport(HTTPTransportSettings())
            configuration.maximumBodySize = 1 << 20
            configuration.logger.logLevel = .critical
        }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.kind == .bodyTooLarge)
        #expect(error?.message == "The decompressed answer is too large")
        #expect(server.requests.count == 1)
    }

    @Test(
        arguments: [(0, 1 << 16), (1 << 16, 1 << 16), ((1 << 16) + 1, 1 << 17), (64 << 20, 64 << 20), (.max, nil)]
            as [(Int, Int?)]
    )
    func theLimitIsAPowerOfTwo(maximum: Int, expected: Int?) {
        let limits = HTTPTransportLimits(connectTimeout: .seconds(1), attemptTimeout: nil, maximumBodySize: maximum)
        #expect(PoolPurpose(limits, distinguishesOrigins: false).maximumInflation == expected)
    }
}
