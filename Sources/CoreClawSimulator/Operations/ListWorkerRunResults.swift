extension OperationHandler {
    static let listWorkerRunResults = OperationHandler("listWorkerRunResults") { call in
        let now = await call.now
        let id = call.arguments.string("runId") ?? ""
        guard let run = await call.service.store.run(id, at: now) else { throw ServiceFailure.notFound }
        return call.page.results(of: run, at: now)
    }
}
