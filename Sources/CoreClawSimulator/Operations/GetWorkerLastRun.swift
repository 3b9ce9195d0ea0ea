extension OperationHandler {
    static let getWorkerLastRun = OperationHandler("getWorkerLastRun") { call in
        let now = await call.now
        let store = call.service.store
        // In a path only `owner~name` names a Worker; an encoded slash does not.
        guard let worker = await store.worker(call.arguments.string("workerId") ?? "", acceptsSlash: false),
            let run = await store.lastRun(of: worker, at: now)
        else { throw ServiceFailure.notFound }
        return run.detail(at: now, call.service.options.errorMessage)
    }
}
