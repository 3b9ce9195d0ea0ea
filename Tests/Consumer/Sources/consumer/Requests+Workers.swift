import CoreClaw

extension Requests {
    static let store: [any APIOperation] = [
        ListStore(), ListStore(keyword: "maps", page: 2, pageSize: 50),
        ListProxyRegions(), ListProxyRegions(language: "en"),
    ]

    static var workers: [any APIOperation] {
        get throws {
            try [
                ListWorkers(), ListWorkers(keyword: "maps", page: 2, pageSize: 50),
                GetWorker(id: worker),
                GetWorkerInputSchema(id: worker),
                RunWorker(id: worker, body: RunRequest()),
                QueuedRunWorker(id: worker, body: RunRequest(version: "v1.2.6", callbackURL: callback)),
            ]
                + inputs.map { input in
                    RunWorker(
                        id: worker,
                        body: RunRequest(
                            input: input,
                            version: "v1.2.6",
                            callbackURL: callback,
                            isAsync: false,
                            pageSize: 100,
                            page: 1
                        )
                    )
                }
        }
    }

    /// The newest run of a Worker.
    static let lastRun: [any APIOperation] = [
        GetWorkerLastRun(id: worker),
        AbortWorkerLastRun(id: worker),
        GetWorkerLastRunLog(id: worker),
        ListWorkerLastRunResults(id: worker), ListWorkerLastRunResults(id: worker, page: 2, pageSize: 100),
        ExportWorkerLastRunResults(id: worker), ExportWorkerLastRunResults(id: worker, format: .xlsx, columns: ["title"]),
        RerunWorkerLastRun(id: worker, body: RerunRequest()),
    ]
}
