import HummingbirdCore
import Logging
import NIOConcurrencyHelpers
import NIOCore

/// The connections of a server, so that a server that ends closes those too that it has accepted and not served yet.
///
/// Hummingbird lets go of such a connection without having finished its writer, which traps inside NIO. Each connection is therefore held
/// from its first moment until it is closed.
final class OpenConnections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosed = false
    }

    private let state = NIOLockedValueBox(State())

    /// Closes every connection, and from now on each new one at once.
    func close() {
        let channels = state.withLockedValue { state in
            state.isClosed = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }

    /// Holds a connection until it is closed.
    fileprivate func hold(_ connection: some ServerChildChannelValue) {
        let channel = connection.channel, key = ObjectIdentifier(channel)
        let isClosed = state.withLockedValue { state in
            state.channels[key] = channel
            return state.isClosed
        }
        channel.closeFuture.whenComplete { [self] _ in
            withExtendedLifetime(connection) {}
            state.withLockedValue { $0.channels[key] = nil }
        }
        if isClosed { channel.close(promise: nil) }
    }

    /// Connections of HTTP/1.1 that are held here.
    func http1() -> HTTPServerBuilder {
        HTTPServerBuilder { responder in HeldChannel(channel: HTTP1Channel(responder: responder), connections: self) }
    }
}

/// Connections of another kind, held from the moment they are made.
private struct HeldChannel<Base: ServerChildChannel>: ServerChildChannel {
    let channel: Base
    let connections: OpenConnections

    func setup(channel child: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        channel.setup(channel: child, logger: logger).map { value in
            connections.hold(value)
            return value
        }
    }

    func handle(value: Base.Value, logger: Logger) async {
        await channel.handle(value: value, logger: logger)
    }
}
