import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The CoreClaw service on this machine, for tests and for trying things out without a key or a network.
///
/// A simulator listens on 127.0.0.1 and plays every operation of both generations with a state of its own: what is started runs
/// and ends by the simulator's clock, costs come off the balance, rows appear, files can be downloaded, callbacks are sent. Its
/// account begins with the Workers, runs, tasks and queue items of ``SeededWorkers``, ``SeededRuns``, ``SeededTasks`` and
/// ``SeededQueue``, and with Workers of your own; see ``SimulatedWorker``. For example:
///
/// ```swift
/// try await Simulator.with { simulator in
///     let client = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
///     try await simulator.fail(operation: "getWorkerRun", with: .status(429, retryAfter: 1), times: 2)
///     let run = try await client.runs.get(RunID(SeededRuns.finished))
///     #expect(await simulator.requests.count == 3)
/// }
/// ```
///
/// Several simulators may run at once; each has its own port, state, clock and faults. One that is let go of stops by itself.
public final class Simulator: Sendable {
    /// Where the simulator listens, such as `http://127.0.0.1:49152`.
    public let baseURL: URL
    /// A key that the simulator accepts.
    public let apiKey: String
    /// The time that runs live by.
    public let clock: SimulatedClock

    private let table: RouteTable
    private let log: RequestLog
    private let faults: FaultPlan
    private let responder: RouterResponder<ServiceContext>
    private let listener: Listener
    let downloadServer: DownloadServer
    let callbackSender: CallbackSender
    let account: Account
    let beginning: Reset
    private let ticker: Ticker

    private init(_ options: SimulatorOptions) async throws {
        try options.check()
        let table = try RouteTable(routes: Route.all, handlers: OperationHandler.all)
        let downloads = try await DownloadServer.start(clock: options.clock, lifetime: options.downloadLifetime)
        let callbacks = CallbackSender(
            repeats: options.callbackRepeats,
            post: CallbackPost(timeout: .init(options.callbackTimeout), rule: options.callbacks)
        )
        let account = Account(options, callbacks: callbacks)
        await account.reset(at: options.clock.start)
        await account.tellNews()
        let service = Service(options: options, account: account, downloads: downloads)
        let log = RequestLog()
        let faults = FaultPlan()
        let beginning = Reset(
            account: account,
            clock: options.clock,
            faults: faults,
            log: log,
            downloads: downloads.store
        )
        let control = ControlPanel(
            table: table,
            faults: faults,
            log: log,
            downloads: downloads,
            callbacks: callbacks.outbox,
            options: options,
            reset: beginning
        )
        let responder = try ServiceRouter(table: table, service: service, log: log, faults: faults, control: control)
            .responder()
        let listener = try await Listener.start(responder, port: options.port)
        await callbacks.outbox.setOwnPorts([listener.port, downloads.port])
        guard let key = options.apiKeys.first, let url = URL(string: "http://127.0.0.1:\(listener.port)") else {
            throw SimulatorError.invalidOption("there is no key or no address")
        }
        (self.table, self.log, self.faults, self.responder, self.listener) = (table, log, faults, responder, listener)
        (baseURL, apiKey, clock) = (url, key, options.clock)
        (downloadServer, callbackSender) = (downloads, callbacks)
        (self.account, self.beginning) = (account, beginning)
        ticker = await Ticker(account, options.clock)
    }

    /// Starts a simulator and returns once it listens.
    ///
    /// - Throws: ``SimulatorError/cannotListen(port:reason:)`` when the port is taken, ``SimulatorError/invalidOption(_:)``.
    public static func start(_ options: SimulatorOptions = SimulatorOptions()) async throws -> Simulator {
        try await Simulator(options)
    }

    /// Starts a simulator, hands it to `body`, and stops it at the end, also when `body` throws.
    ///
    /// - Throws: what ``start(_:)`` and `body` throw.
    public static func with<Value>(
        _ options: SimulatorOptions = SimulatorOptions(),
        isolation: isolated (any Actor)? = #isolation,
        _ body: (Simulator) async throws -> Value
    ) async throws -> Value {
        let simulator = try await start(options)
        do {
            let value = try await body(simulator)
            try await simulator.stop()
            return value
        } catch {
            // What the body threw matters more than a failure to stop.
            try? await simulator.stop()
            throw error
        }
    }

    /// Stops listening, ends every connection at once and frees the port; stopping again does nothing.
    ///
    /// - Throws: what made the server end before it was stopped.
    public func stop() async throws {
        await ticker.stop()
        await callbackSender.stop()
        async let downloads: Void = downloadServer.stop()
        try await listener.stop()
        try await downloads
    }

    /// Lets the next requests to an operation meet a fault, after those that were asked for before.
    ///
    /// - Parameters:
    ///   - operation: The name of the operation, such as `getWorkerRun`.
    ///   - times: How many requests meet the fault, 1 or more.
    /// - Throws: ``SimulatorError/unknownOperation(_:)``, ``SimulatorError/invalidFault(_:)``.
    public func fail(operation: String, with fault: Fault, times: Int = 1) async throws {
        guard table.contains(operation: operation) else { throw SimulatorError.unknownOperation(operation) }
        try fault.check(times: times)
        await faults.add(fault, times: times, to: operation)
    }

    /// Forgets every fault that has not happened yet, those of downloads as well.
    public func clearFaults() async {
        await faults.removeAll()
        await downloadServer.store.removeFaults()
    }

    /// What was received so far, over the socket and in memory, in order of arrival; without browsers' preflight requests.
    ///
    /// Beyond ten thousand requests, or 64 MiB of their bodies, the oldest are forgotten.
    public var requests: [ReceivedRequest] {
        get async { await log.requests }
    }

    /// Forgets what was received.
    public func clearRequests() async {
        await log.removeAll()
    }

    /// Answers a request in memory, through everything that a request over the socket goes through.
    ///
    /// An answer that ``Fault/stall`` holds back returns, incomplete, when the calling task is cancelled.
    public func respond(to request: SimulatedRequest) async -> SimulatedResponse {
        guard let incoming = Request(request) else {
            return SimulatedResponse(status: 400, headers: [:], body: [], isComplete: true)
        }
        let context = ServiceContext(logger: .silent)
        let collector = BodyCollector()
        let response: Response
        do {
            response = try await responder.respond(to: incoming, context: context)
        } catch {
            return SimulatedResponse(status: 500, headers: [:], body: [], isComplete: true)
        }
        try? await response.body.write(CollectingBodyWriter(collector: collector))
        return await SimulatedResponse(
            status: response.status.code,
            headers: response.headers.joinedByName,
            body: collector.bytes,
            isComplete: collector.isFinished
        )
    }
}

extension Request {
    /// A request without a socket; nil when its method is not one that HTTP allows.
    fileprivate init?(_ request: SimulatedRequest) {
        guard let method = HTTPRequest.Method(rawValue: request.method) else { return nil }
        var fields = HTTPFields()
        var authority = "127.0.0.1"
        for (name, value) in request.headers {
            guard let name = HTTPField.Name(name) else { return nil }
            if name.canonicalName == "host" { authority = value } else { fields[name] = value }
        }
        self.init(
            head: HTTPRequest(method: method, scheme: "http", authority: authority, path: request.path, headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(bytes: request.body))
        )
    }
}
