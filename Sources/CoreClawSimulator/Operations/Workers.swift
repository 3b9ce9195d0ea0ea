extension OperationHandler {
    static let workers: [OperationHandler] = [
        OperationHandler("listWorkers") { await $0.workers(inStore: false) },
        OperationHandler("getWorker") { try await $0.pathWorker().detail },
        OperationHandler("getWorkerInputSchema") { ["input_schema": try await $0.pathWorker().schema.json] },
    ]
}
