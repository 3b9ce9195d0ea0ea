extension OperationHandler {
    static let runLists: [OperationHandler] = [
        OperationHandler("listWorkerRuns") { call in
            let filter = RunFilter(
                worker: call.arguments.string("worker_id").flatMap { $0.isEmpty ? nil : $0 },
                status: call.arguments.string("status").flatMap(RunStatus.init),
                period: try RunPeriod(
                    start: call.arguments.integer("start_time"),
                    end: call.arguments.integer("end_time"),
                    now: call.now
                )
            )
            let runs = await call.account.runs(matching: filter, at: call.now)
            let shown = runs[call.page.range(of: runs.count)].map { $0.listEntry(at: call.now, call.options) }
            return call.list(shown, count: runs.count, page: call.page, echoes: call.options.pageEcho == .everywhere)
        }
    ]
}
