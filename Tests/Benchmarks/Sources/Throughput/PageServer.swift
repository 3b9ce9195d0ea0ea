import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// A server on a free port that answers every request with the same page; it prints its port.
struct PageServer {
    let body: [UInt8]

    func run() async throws {
        let page = ByteBuffer(bytes: body)
        // One thread, so that the server takes no more of the machine than the client under test.
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(Handler(page))
                }
            }
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .bind(host: "127.0.0.1", port: 0)
            .get()
        print(channel.localAddress?.port ?? 0)
        fflush(nil)
        try await channel.closeFuture.get()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let page: ByteBuffer
        private let head: HTTPResponseHead

        init(_ page: ByteBuffer) {
            self.page = page
            head = HTTPResponseHead(
                version: .http1_1,
                status: .ok,
                headers: ["content-type": "application/json", "content-length": "\(page.readableBytes)"]
            )
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .end = unwrapInboundIn(data) else { return }
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(page))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
