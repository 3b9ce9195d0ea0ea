import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

/// Fetches over a socket and keeps every byte that came, also when the end did not.
enum DownloadClient {
    struct Answer {
        let status: Int
        let headers: HTTPHeaders
        var body = ByteBuffer()
        var isComplete = false

        var text: String { String(buffer: body) }
    }

    /// - Parameter count: After how many bytes to leave, whatever would have followed.
    static func fetch(
        _ link: String,
        _ method: HTTPMethod = .GET,
        headers: HTTPHeaders = [:],
        upTo count: Int = .max
    ) async throws -> Answer {
        let url = try #require(URLComponents(string: link))
        let (host, port) = try (#require(url.host), #require(url.port))
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel
                    )
                }
            }
        let uri = url.percentEncodedPath + (url.percentEncodedQuery.map { "?\($0)" } ?? "")
        var head = HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: headers)
        if !head.headers.contains(name: "Host") { head.headers.add(name: "Host", value: "\(host):\(port)") }
        return try await channel.executeThenClose { [head] inbound, outbound in
            try await outbound.write(contentsOf: [.head(head), .end(nil)])
            return try await answer(from: inbound, upTo: count)
        }
    }

    private static func answer(
        from parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        upTo count: Int
    ) async throws -> Answer {
        var answer: Answer?
        do {
            parts: for try await part in parts {
                switch part {
                case .head(let head): answer = Answer(status: Int(head.status.code), headers: head.headers)
                case .body(let chunk):
                    answer?.body.writeImmutableBuffer(chunk)
                    if answer.map({ $0.body.readableBytes >= count }) ?? false { break parts }
                case .end:
                    answer?.isComplete = true
                    break parts
                }
            }
        } catch  where answer != nil {
            // What the connection ended with does not matter, only what came before.
        }
        return try #require(answer, "the connection ended before an answer came")
    }
}
