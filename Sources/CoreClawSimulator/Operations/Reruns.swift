extension OperationHandler {
    static let reruns = each("rerunWorkerRun", "rerunLastWorkerRun", "rerunWorkerLastRun", "v1Rerun") { call in
        let order = try await call.run().order(callback: call.callback)
        return try await call.started(try await call.account.start(order, at: call.now), .rerun)
    }
}
