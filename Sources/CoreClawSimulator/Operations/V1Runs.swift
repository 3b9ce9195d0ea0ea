extension OperationHandler {
    static let v1Runs: [OperationHandler] = [
        OperationHandler("v1RunList") { call in
            let filter = RunFilter(
                worker: call.member("scraper_slug")?.string.flatMap { $0.isEmpty ? nil : $0 },
                status: call.member("status")?.integer.flatMap(RunStatus.init(v1:))
            )
            let runs = await call.account.runs(matching: filter, at: call.now)
            let shown = runs[call.page.range(of: runs.count)].map { $0.v1Summary(at: call.now) }
            return call.list(shown, count: runs.count, page: call.page, echoes: false)
        },
        OperationHandler("v1RunDetail") { try await $0.run().v1Summary(at: $0.now) },
        OperationHandler("v1RunResultList") { call in
            try await call.run().results(in: call.page(defaultSize: 10), at: call.now, .v1, call.options)
        },
    ]
}
