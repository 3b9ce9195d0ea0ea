extension OperationHandler {
    static let aborts = each("abortWorkerRun", "abortLastWorkerRun", "abortWorkerLastRun", "v1ScraperAbort") { call in
        guard await call.account.abort(try await call.run().id, at: call.now) else {
            throw ServiceFailure(status: call.version == .v1 ? 500 : 400, code: 70002)
        }
        return nil
    }
}
