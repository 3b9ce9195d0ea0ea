extension OperationHandler {
    static let runDetails = each("getWorkerRun", "getLastWorkerRun", "getWorkerLastRun") { call in
        try await call.run().detail(at: call.now, call.options)
    }
}
