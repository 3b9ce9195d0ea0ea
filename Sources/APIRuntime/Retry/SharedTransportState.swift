import NIOConcurrencyHelpers

/// What all clients of one transport share.
final class SharedTransportState: Sendable {
    /// The retries that count against a budget.
    let retries = RetryLedger()
    /// The calls that wait for capacity.
    let capacity = CapacityLines()
    /// The work that holds a start.
    let starts = StartLimits()

    private static let registry = NIOLockedValueBox(Registry())

    /// The state of a transport. Transports that are values share the state of their type.
    static func of(_ transport: any HTTPTransport) -> SharedTransportState {
        registry.withLockedValue { $0.state(of: transport) }
    }

    private struct Registry: Sendable {
        private struct Entry: Sendable {
            // An identifier is used again after its object has gone.
            weak var transport: (any HTTPTransport & AnyObject)?
            let state = SharedTransportState()
        }

        private var objects: [ObjectIdentifier: Entry] = [:]
        private var types: [ObjectIdentifier: SharedTransportState] = [:]

        mutating func state(of transport: any HTTPTransport) -> SharedTransportState {
            guard type(of: transport) is AnyClass, let object = transport as? any HTTPTransport & AnyObject else {
                return state(of: ObjectIdentifier(type(of: transport)))
            }
            let id = ObjectIdentifier(object)
            if let entry = objects[id], entry.transport != nil { return entry.state }
            objects = objects.filter { $0.value.transport != nil }
            let entry = Entry(transport: object)
            objects[id] = entry
            return entry.state
        }

        private mutating func state(of type: ObjectIdentifier) -> SharedTransportState {
            if let state = types[type] { return state }
            let state = SharedTransportState()
            types[type] = state
            return state
        }
    }
}
