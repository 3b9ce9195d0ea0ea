extension OperationHandler {
    static let v1RunDetail = OperationHandler("v1RunDetail") { call in
        let now = await call.now
        let id = call.arguments.body?["run_slug"]?.string ?? ""
        guard let run = await call.service.store.run(id, at: now) else { throw ServiceFailure(status: 404, code: 70001) }
        return run.v1Summary(at: now)
    }
}
