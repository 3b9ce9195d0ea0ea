import Hummingbird
import NIOCore
import NIOPosix
import Testing

@testable import CoreClawSimulator

struct ListenerTests {
    @Test func endsWhileConnectionsAreBeingAccepted() async throws {
        for _ in 0..<40 {
            let listener = try await Listener.start(Router(context: ServiceContext.self).buildResponder(), port: 0)
            let channels = await withTaskGroup(of: (any Channel)?.self) { group in
                for _ in 0..<16 { group.addTask { try? await Self.connect(to: listener.port) } }
                // The first is connected, the others are on their way or wait to be served.
                _ = await group.next()
                try? await listener.stop()
                return await group.reduce(into: []) { $0.append($1) }
            }
            // The server has closed what it had accepted; what it had not is of no use to anybody.
            for case let channel? in channels { try? await channel.closeFuture.get() }
        }
    }

    @Test func connectionsThatSayNothingAreClosed() async throws {
        let listener = try await Listener.start(Router(context: ServiceContext.self).buildResponder(), port: 0)
        let channel = try await Self.connect(to: listener.port)
        try await listener.stop()
        try await channel.closeFuture.get()
    }

    private static func connect(to port: Int) async throws -> any Channel {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "127.0.0.1", port: port).get()
    }
}
