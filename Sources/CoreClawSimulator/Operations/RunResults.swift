extension OperationHandler {
    static let runResults = each("listWorkerRunResults", "listLastWorkerRunResults", "listWorkerLastRunResults") { call in
        try await call.run().results(in: call.page, at: call.now, .v2, call.options)
    }
}
