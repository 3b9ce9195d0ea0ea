import Hummingbird

/// The simulator's own paths, under `/__simulator`, by which tests in any language, browsers and the command line direct it.
///
/// They need no key, which is why pages of other origins are refused, and what is asked of them is neither numbered nor written
/// down among the service's requests.
struct ControlPanel: RouterMiddleware {
    static let path = "/__simulator"

    private let responder: RouterResponder<ServiceContext>

    init(
        table: RouteTable,
        faults: FaultPlan,
        log: RequestLog,
        downloads: DownloadServer,
        callbacks: CallbackOutbox,
        options: SimulatorOptions,
        reset: Reset
    ) {
        let router = Router(context: ServiceContext.self)
        router.add(middleware: ControlOrigins(options: options))
            .add(
                middleware: CORSMiddleware(
                    allowOrigin: .originBased,
                    allowHeaders: [.contentType],
                    allowMethods: [.get, .post, .delete]
                )
            )
            .add(middleware: ControlErrors())
        let paths = router.group(RouterPath(Self.path)).add(middleware: ControlContentType())
        let clock = options.clock
        let description = SimulatorDescription(table: table, clock: clock, downloadURL: downloads.baseURL)
        paths.get { request, _ in await description.json(at: request.head.authority).response() }
        Self.addFaults(to: paths, table, faults, downloads.store)
        Self.addRecords(to: paths, log, downloads.store, callbacks)
        paths.post("clock") { request, _ in try await Self.advance(clock, for: request).response() }
        paths.post("reset") { _, _ -> HTTPResponse.Status in
            await reset.perform()
            return .noContent
        }
        responder = router.buildResponder()
    }

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path == Self.path || request.uri.path.hasPrefix(Self.path + "/") else {
            return try await next(request, context)
        }
        return try await responder.respond(to: request, context: context)
    }

    private static func addFaults(
        to paths: RouterGroup<ServiceContext>,
        _ table: RouteTable,
        _ faults: FaultPlan,
        _ downloads: DownloadStore
    ) {
        paths.post("faults") { request, _ -> HTTPResponse.Status in
            let planned = try PlannedFault(try await ControlFields(of: request), table)
            await faults.add(planned.fault, times: planned.times, to: planned.operation)
            return .noContent
        }
        paths.post("downloads/faults") { request, _ -> HTTPResponse.Status in
            let planned = try PlannedDownloadFault(try await ControlFields(of: request))
            await downloads.add(planned.fault, times: planned.times)
            return .noContent
        }
        paths.delete("faults") { _, _ -> HTTPResponse.Status in
            await faults.removeAll()
            await downloads.removeFaults()
            return .noContent
        }
    }

    private static func addRecords(
        to paths: RouterGroup<ServiceContext>,
        _ log: RequestLog,
        _ downloads: DownloadStore,
        _ callbacks: CallbackOutbox
    ) {
        paths.get("requests") { _, _ in JSON.array(await log.requests.map(\.json)).response() }
        paths.get("downloads") { _, _ in JSON.array(await downloads.received.map(\.json)).response() }
        paths.get("callbacks") { _, _ in JSON.array(await callbacks.delivered.map(\.json)).response() }
        paths.delete("requests") { _, _ -> HTTPResponse.Status in
            await log.removeAll()
            return .noContent
        }
        paths.delete("downloads") { _, _ -> HTTPResponse.Status in
            await downloads.forgetReceived()
            return .noContent
        }
        paths.delete("callbacks") { _, _ -> HTTPResponse.Status in
            await callbacks.forgetDelivered()
            return .noContent
        }
    }

    private static func advance(_ clock: SimulatedClock, for request: Request) async throws -> JSON {
        var fields = try await ControlFields(of: request)
        let seconds = fields.seconds("advance", isRequired: true)
        try fields.check("advancing the clock")
        guard clock.isManual else {
            throw ControlRefusal(status: .conflict, problems: ["the clock runs by itself; only a manual one can be advanced"])
        }
        await clock.advance(by: seconds ?? .zero)
        return ["now": .integer(await clock.seconds)]
    }
}
