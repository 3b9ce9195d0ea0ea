import CoreClaw

extension Requests {
    static var runs: [any APIOperation] {
        let lists = RunStatusFilter.allCases.map { status in
            ListWorkerRuns(
                workerID: worker,
                status: status,
                startTime: month.startTime,
                endTime: month.endTime,
                page: 2,
                pageSize: 10
            )
        }
        let exports = ExportFormat.allCases.map { ExportWorkerRunResults(id: run, format: $0, columns: ["title", "address"]) }
        return lists + exports + [
            ListWorkerRuns(),
            GetWorkerRun(id: run),
            AbortWorkerRun(id: run),
            GetWorkerRunLog(id: run),
            ListWorkerRunResults(id: run), ListWorkerRunResults(id: run, page: 2, pageSize: 100),
            ExportWorkerRunResults(id: run),
            RerunWorkerRun(id: run, body: RerunRequest(callbackURL: callback, isAsync: false, pageSize: 100, page: 1)),
        ]
    }

    /// The newest run of the account.
    static let newestRun: [any APIOperation] = [
        GetLastWorkerRun(),
        AbortLastWorkerRun(),
        GetLastWorkerRunLog(),
        ListLastWorkerRunResults(), ListLastWorkerRunResults(page: 2, pageSize: 100),
        ExportLastWorkerRunResults(), ExportLastWorkerRunResults(format: .json, columns: ["title"]),
        RerunLastWorkerRun(body: RerunRequest()),
    ]

    static var queue: [any APIOperation] {
        let statuses: [QueueStatus] = [.waiting, .inactive, QueueStatus(rawValue: "another")]
        return statuses.map { ListRunQueueItems(status: $0, page: 2, pageSize: 50) } + [
            ListRunQueueItems(),
            ActivateRunQueueItems(body: ActivateRunQueueItemsBody(ids: [item])),
            ReleaseRunQueueItems(body: ReleaseRunQueueItemsBody(ids: [item])),
            ReleaseRunQueueItems(body: ReleaseRunQueueItemsBody(ids: [item], reason: "no longer needed")),
            ReleaseRunQueueItem(id: item, body: ReleaseRunQueueItemBody()),
            ReleaseRunQueueItem(id: item, body: ReleaseRunQueueItemBody(reason: "no longer needed")),
        ]
    }

    static let account: [any APIOperation] = [GetAccount()]
}
