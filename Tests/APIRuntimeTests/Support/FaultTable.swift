import APIRuntime
import Foundation

/// What becomes of a safe, an idempotent and an unsafe operation under each fault, measured over real sockets.
struct FaultTable: Sendable {
    /// What became of one call.
    struct Outcome: Sendable {
        /// Number of requests that arrived whole at the server.
        let arrived: Int
        let attempts: Int
        /// The error, or nil for a success.
        let error: APIError?
        let duration: Duration
        /// The time limit that the fault is about, if it is about one.
        let limit: Duration

        /// A cell of the table.
        var text: String { "\(arrived) of \(attempts), \(error.map { "`\($0.kind)`" } ?? "success")" }
    }

    struct Row: Sendable {
        let fault: Fault
        let safe: Outcome
        let idempotent: Outcome
        let unsafe: Outcome

        var outcomes: [Outcome] { [safe, idempotent, unsafe] }
        var text: String {
            "| \(fault.name) | \(outcomes.map(\.text).joined(separator: " | ")) | \(Self.words(fault.limit)) |"
        }

        private static func words(_ limit: Fault.Limit) -> String {
            switch limit {
            case .none: "at once"
            case .attemptTimeout: "after `attemptTimeout`, for each attempt"
            case .idleTimeout: "after `idleTimeout`, for each attempt"
            case .retryAfter: "after `Retry-After`, for each retry"
            }
        }
    }

    static let attempts = 3
    static let retryAfter = Duration.seconds(1)

    let rows: [Row]
    /// What arrived at the other origin to which one fault redirects.
    let requestsElsewhere: [String]

    /// Measures all rows at once.
    init() async throws {
        let elsewhere = try await FaultServer(.init(answer: [.send(Fault.success)]))
        let faults = Fault.all(otherPort: elsewhere.port)
        rows = try await withThrowingTaskGroup(of: (Int, Row).self) { group in
            for (index, fault) in faults.enumerated() { group.addTask { (index, try await Self.row(of: fault)) } }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
        try await elsewhere.stop()
        requestsElsewhere = elsewhere.requests
    }

    /// The lines of the table.
    var lines: [String] {
        ["| Fault | Safe | Idempotent | Unsafe | Ends |", "|---|---|---|---|---|"] + rows.map(\.text)
    }

    private static func row(of fault: Fault) async throws -> Row {
        async let safe = outcome(of: GetParcel(), under: fault)
        async let idempotent = outcome(of: DeleteParcel(), under: fault)
        async let unsafe = outcome(of: SendParcel(), under: fault)
        return try await Row(fault: fault, safe: safe, idempotent: idempotent, unsafe: unsafe)
    }

    /// Measures with a short limit, or a longer one if this machine is so busy that an attempt ends before its request arrives.
    private static func outcome(of operation: some APIOperation, under fault: Fault) async throws -> Outcome {
        var limit = Duration.milliseconds(500)
        while true {
            let outcome = try await outcome(of: operation, under: fault, limit: limit)
            let isTooShort = fault.limit == .attemptTimeout && outcome.arrived < outcome.attempts
            guard isTooShort, limit < .seconds(30) else { return outcome }
            limit *= 2
        }
    }

    private static func outcome(of operation: some APIOperation, under fault: Fault, limit: Duration) async throws -> Outcome {
        var server: FaultServer?
        if let script = fault.script { server = try await FaultServer(script) }
        let port = try server?.port ?? LoopbackServer.unusedPort()
        let (attempts, error, duration) = try await call(operation, port: port, under: fault, limit: limit)
        // The client is gone, and with it its connections.
        try await server?.stop()
        let arrived = (server?.requests.count ?? 0) - (fault.isWarm ? 1 : 0)
        return Outcome(arrived: arrived, attempts: attempts, error: error, duration: duration, limit: limit)
    }

    /// Makes the call with limits that are too long to be reached, except the one that the fault is about.
    private static func call(
        _ operation: some APIOperation,
        port: Int,
        under fault: Fault,
        limit: Duration
    ) async throws -> (attempts: Int, error: APIError?, duration: Duration) {
        let client = TestClient(apiKey: TestClient.key, baseURL: URL(string: "\(fault.scheme)://127.0.0.1:\(port)")) {
            $0.transport = AsyncHTTPTransport(HTTPTransportSettings())
            $0.attemptTimeout = fault.limit == .attemptTimeout ? limit : .seconds(300)
            $0.idleTimeout = fault.limit == .idleTimeout ? limit : .seconds(300)
            $0.connectTimeout = .seconds(300)
            $0.maximumBodySize = 1 << 20
            $0.retryPolicy.maximumAttempts = attempts
            $0.retryPolicy.baseDelay = .milliseconds(1)
        }
        if fault.isWarm { _ = try await client.send(GetParcel()) }
        let start = ContinuousClock.now
        do {
            let response = try await client.response(to: operation)
            return (response.attempts, nil, ContinuousClock.now - start)
        } catch let error as APIError {
            return (error.attempts, error, ContinuousClock.now - start)
        }
    }
}
