import Hummingbird
import Logging
import NIOCore

/// A server on a loopback socket, running until it is stopped or let go of.
final class Listener: Sendable {
    /// The port that is listened on.
    let port: Int
    private let server: Task<Void, any Error>
    private let connections: OpenConnections

    private init(port: Int, server: Task<Void, any Error>, connections: OpenConnections) {
        self.port = port
        self.server = server
        self.connections = connections
    }

    deinit {
        server.cancel()
        connections.close()
    }

    /// Returns once the socket listens.
    ///
    /// - Throws: ``SimulatorError/cannotListen(port:reason:)``.
    static func start<Context: RequestContext>(
        _ responder: RouterResponder<Context>,
        port: Int
    ) async throws -> Listener where Context.Source == ApplicationRequestContextSource {
        let (ports, continuation) = AsyncThrowingStream<Int?, any Error>.makeStream()
        let connections = OpenConnections()
        let application = Application(
            responder: responder,
            server: connections.http1(),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { continuation.yield($0.localAddress?.port) },
            logger: .silent
        )
        let server = Task {
            do {
                try await application.run()
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
                if !Task.isCancelled { throw error }
            }
        }
        do {
            var iterator = ports.makeAsyncIterator()
            if let bound = try await iterator.next() ?? nil {
                return Listener(port: bound, server: server, connections: connections)
            }
        } catch {
            throw SimulatorError.cannotListen(port: port, reason: "\(error)")
        }
        server.cancel()
        connections.close()
        try Task.checkCancellation()
        throw SimulatorError.cannotListen(port: port, reason: "the server ended before it listened")
    }

    /// Ends the server and waits until its port is free.
    func stop() async throws {
        server.cancel()
        defer { connections.close() }
        try await server.value
    }
}

extension Logger {
    /// A logger that writes nothing: a test's output belongs to the test.
    static let silent = Logger(label: "CoreClawSimulator") { _ in SwiftLogNoOpLogHandler() }
}
