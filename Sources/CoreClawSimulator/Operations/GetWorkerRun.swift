extension OperationHandler {
    static let getWorkerRun = OperationHandler("getWorkerRun") { call in
        let now = await call.now
        let id = call.arguments.string("runId") ?? ""
        guard let run = await call.service.store.run(id, at: now) else { throw ServiceFailure.notFound }
        return run.detail(at: now, call.service.options.errorMessage)
    }
}
