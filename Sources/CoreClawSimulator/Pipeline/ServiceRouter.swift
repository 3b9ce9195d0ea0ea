import HTTPTypes
import Hummingbird

/// The whole service as one responder: the steps that every request takes, then the operations.
struct ServiceRouter: Sendable {
    let table: RouteTable
    let service: Service
    let log: RequestLog
    let faults: FaultPlan
    let control: ControlPanel

    func responder() throws(SimulatorError) -> RouterResponder<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        // Browsers may send a bearer token, yet not the `api-key` header: the service does not allow it either.
        router.add(middleware: LoopbackHosts())
            .add(middleware: control)
            .add(middleware: Arrival(table: table, log: log, options: service.options))
            .add(
                middleware: CORSMiddleware(
                    allowOrigin: .all,
                    allowHeaders: [.authorization, .contentType],
                    allowMethods: [.get, .post, .put, .delete]
                )
            )
            .add(middleware: ErrorEnvelope())
            .add(middleware: RequestRecording(log: log))
            .add(middleware: StrictPaths())
        for entry in table.entries { add(entry, to: router) }
        for path in Set(table.entries.map(\.route.path)).sorted() { refuseOtherMethods(at: path, in: router) }
        do {
            try router.validate()
        } catch {
            throw .unusableRoutes(["\(error)"])
        }
        return router.buildResponder()
    }

    private func add(_ entry: RouteTable.Entry, to router: Router<ServiceContext>) {
        guard let method = HTTPRequest.Method(rawValue: entry.route.method) else { return }
        router.group()
            .add(middleware: FaultInjection(route: entry.route, plan: faults))
            .add(middleware: Authentication(route: entry.route, apiKeys: service.options.apiKeys))
            .add(middleware: Validation(route: entry.route, uncheckedParameters: entry.handler.checkedParameters))
            .on(RouterPath(entry.route.path), method: method) { [service] request, context in
                let call = OperationCall(
                    arguments: context.arguments,
                    version: entry.route.version,
                    repeatsPage: context.repeatsPage,
                    isForeign: service.options.isForeign(request.headers[.origin]),
                    service: service,
                    now: await service.account.settle(at: service.clock.seconds)
                )
                return context.envelope.success(try await service.answer(call, entry))
            }
    }

    private func refuseOtherMethods(at path: String, in router: Router<ServiceContext>) {
        let allowed = table.methods(at: path)
        let others: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]
        for method in others where !allowed.contains(method.rawValue) {
            router.on(RouterPath(path), method: method) { _, _ -> Response in
                var failure = ServiceFailure(status: 405, message: "method not allowed")
                failure.headers[.allow] = allowed.joined(separator: ", ")
                throw failure
            }
        }
    }
}
