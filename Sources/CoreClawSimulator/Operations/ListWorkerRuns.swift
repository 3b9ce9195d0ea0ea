extension OperationHandler {
    static let listWorkerRuns = OperationHandler("listWorkerRuns") { call in
        let now = await call.now
        let filter = RunFilter(
            worker: call.arguments.string("worker_id").flatMap { $0.isEmpty ? nil : $0 },
            status: call.arguments.string("status").flatMap(RunStatus.init),
            period: try RunPeriod(
                start: call.arguments.integer("start_time"),
                end: call.arguments.integer("end_time"),
                now: now
            )
        )
        let runs = await call.service.store.runs(matching: filter, at: now)
        let page = call.page
        let options = call.service.options
        var members = [
            JSON.Member(name: "count", value: .integer(Int64(runs.count))),
            JSON.Member(
                name: "list",
                value: .array(runs[page.range(of: runs.count)].map { $0.listEntry(at: now, options.errorMessage) })
            ),
        ]
        if options.pageEcho == .everywhere { members += page.echo }
        return .object(members)
    }
}
