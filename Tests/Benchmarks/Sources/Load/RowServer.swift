import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// A server on a free port that has one run with many numbered rows; it prints its port.
struct RowServer {
    let rows: Int

    func run() async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
            .serverChannelOption(.backlog, value: 1024)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(Handler(rows: rows))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        print(channel.localAddress?.port ?? 0)
        fflush(nil)
        try await channel.closeFuture.get()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private static let pageSize = 100
        private static let run = """
            {"slug":"run","scraper_slug":"worker","scraper_title":"Worker","version":"v1","status":"succeeded","results":100000,\
            "usage":"1","traffic":1,"origin":"api_v2","started_at":1782091200,"finished_at":1782091210,"duration":10}
            """

        private let rows: Int
        private var path = ""

        init(rows: Int) {
            self.rows = rows
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): path = head.uri
            case .body: break
            case .end:
                let payload = path.contains("/result") ? page(number: pageNumber) : Self.run
                let body = ByteBuffer(string: #"{"code":0,"message":"success","data":\#(payload),"request_id":"r"}"#)
                let headers: HTTPHeaders = ["content-type": "application/json", "content-length": "\(body.readableBytes)"]
                context.write(
                    wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))),
                    promise: nil
                )
                context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }

        private var pageNumber: Int {
            guard let start = path.range(of: "offset=")?.upperBound else { return 1 }
            return Int(path[start...].prefix { $0.isNumber }) ?? 1
        }

        private func page(number: Int) -> String {
            let first = (number - 1) * Self.pageSize
            let list = (first..<min(rows, first + Self.pageSize)).map { index in
                #"{"__coreclaw_data_id__":"id-\#(index)","number":\#(index),"title":"Row \#(index)","text":"Some text of a row"}"#
            }
            return """
                {"count":\(rows),"headers":[],"list":[\(list.joined(separator: ","))],"page_index":\(number),\
                "page_size":\(Self.pageSize)}
                """
        }
    }
}
