import AsyncHTTPClient
import NIOConcurrencyHelpers
import NIOHTTP1
import NIOPosix

/// The connections for one purpose, to any number of origins.
final class ConnectionPool: Sendable {
    /// More origins than this are not remembered without need.
    private static let maximumUnusedGates = 64

    let client: HTTPClient
    private let connections: Int
    private let streams: Int
    private let gates = NIOLockedValueBox<[String: ConnectionGate]>([:])

    init(_ settings: HTTPTransportSettings, for purpose: PoolPurpose) throws(ParameterError) {
        let settings = purpose.isOtherOrigin ? settings.forOtherOrigins : settings
        let configuration = try settings.configuration(for: purpose)
        connections = settings.maximumConnections(for: purpose)
        streams = settings.maximumStreamsPerHost
        // Network.framework, behind the usual event loops of macOS, knows no client certificates and no additional roots.
        client = HTTPClient(
            eventLoopGroupProvider: configuration.tlsConfiguration == nil
                ? .singleton : .shared(MultiThreadedEventLoopGroup.singleton),
            configuration: configuration
        )
    }

    deinit {
        client.shutdown { _ in }
    }

    /// The number of origins that are remembered.
    var origins: Int { gates.withLockedValue { $0.count } }

    /// The requests that may be sent at once to one origin.
    func maximumRequests(over version: HTTPVersion) -> Int {
        version.major >= 2 ? streams : connections
    }

    /// The gate in front of the connections to an origin.
    func gate(to origin: String) -> ConnectionGate {
        gates.withLockedValue { gates in
            if let gate = gates[origin] { return gate }
            if gates.count >= Self.maximumUnusedGates {
                // Whoever has a connection or waits for one holds on to the gate.
                for origin in Array(gates.keys) {
                    guard var gate = gates.removeValue(forKey: origin), !isKnownUniquelyReferenced(&gate) else { continue }
                    gates[origin] = gate
                }
            }
            let gate = ConnectionGate(limit: connections)
            gates[origin] = gate
            return gate
        }
    }
}
