import Foundation
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A server on loopback that answers every request by the same steps, well-formed or not, and counts what arrives.
final class FaultServer: Sendable {
    enum Step: Sendable {
        case send(String)
        /// One byte after the other, with a pause before each.
        case drip(String)
        /// The same text without end.
        case flood(String)
        case close
        /// Ends the connection by RST instead of FIN.
        case reset
    }

    /// What a connection does.
    struct Script: Sendable {
        /// What is sent before a request has come.
        var greeting: [Step] = []
        /// What the first request on a connection gets, if that differs from the others.
        var first: [Step]?
        /// What a request gets. After the last step there is silence.
        var answer: [Step] = []
    }

    private struct State {
        var requests: [String] = []
        var connections: [EventLoopFuture<Void>] = []
    }

    private let channel: any Channel
    private let state: NIOLockedValueBox<State>

    var port: Int { channel.localAddress?.port ?? 0 }
    /// The requests that arrived whole, in order.
    var requests: [String] { state.withLockedValue { $0.requests } }

    init(_ script: Script) async throws {
        let state = NIOLockedValueBox(State())
        self.state = state
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                state.withLockedValue { $0.connections.append(channel.closeFuture) }
                return channel.eventLoop.makeCompletedFuture {
                    let connection = Connection(script) { request in state.withLockedValue { $0.requests.append(request) } }
                    try channel.pipeline.syncOperations.addHandler(connection)
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
    }

    /// Ends the server once its clients have closed all connections, after which nothing can arrive any more.
    func stop() async throws {
        try await channel.close()
        for connection in state.withLockedValue({ $0.connections }) { try await connection.get() }
    }
}

/// One connection to the server.
private final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let dripInterval = TimeAmount.milliseconds(50)

    private let script: FaultServer.Script
    private let note: @Sendable (String) -> Void
    private var received = ""
    private var count = 0

    init(_ script: FaultServer.Script, note: @escaping @Sendable (String) -> Void) {
        self.script = script
        self.note = note
    }

    func channelActive(context: ChannelHandlerContext) {
        run(script.greeting[...], context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        while let request = nextRequest() {
            note(request)
            count += 1
            run((count == 1 ? script.first ?? script.answer : script.answer)[...], context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Takes a request with its body, if all of it has come.
    private func nextRequest() -> String? {
        let lines = received.components(separatedBy: "\r\n")
        guard let end = lines.firstIndex(of: "") else { return nil }
        let head = lines[..<end].joined(separator: "\r\n") + "\r\n\r\n"
        let size = head.utf8.count + (header("content-length", of: head).flatMap { Int($0) } ?? 0)
        guard received.utf8.count >= size else { return nil }
        let request = String(decoding: received.utf8.prefix(size), as: UTF8.self)
        received = String(decoding: received.utf8.dropFirst(size), as: UTF8.self)
        return request
    }

    private func run(_ steps: ArraySlice<FaultServer.Step>, _ context: ChannelHandlerContext) {
        guard let step = steps.first else { return }
        let rest = steps.dropFirst()
        switch step {
        case .send(let text):
            write(text, context, promise: nil)
            run(rest, context)
        case .drip(let text):
            guard let character = text.first else { return run(rest, context) }
            context.eventLoop.assumeIsolated().scheduleTask(in: Self.dripInterval) { [self] in
                guard context.channel.isActive else { return }
                write(String(character), context, promise: nil)
                run([.drip(String(text.dropFirst()))] + rest, context)
            }
        case .flood(let text):
            let written = context.eventLoop.makePromise(of: Void.self)
            write(text, context, promise: written)
            written.futureResult.assumeIsolated().whenSuccess { [self] in run(steps, context) }
        case .close:
            context.close(promise: nil)
        case .reset:
            let options = context.channel as? any SocketOptionProvider
            options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
                context.close(promise: nil)
            }
        }
    }

    private func write(_ text: String, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: promise)
    }
}
