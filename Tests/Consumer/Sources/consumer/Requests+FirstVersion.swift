import CoreClaw
import Foundation

/// The deprecated operations, in one place.
@available(*, deprecated)
private enum FirstVersion {
    static var all: [any APIOperation] { catalogue + starts + runs }

    private static let callback = URL(filePath: "/callbacks")

    private static let catalogue: [any APIOperation] = [
        V1StoreSearch(search: "maps"), V1StoreSearch(search: "maps", limit: 10),
        V1ScraperDetail(slug: "coreclaw/google-maps-scraper"),
        V1ProxyRegion(),
        V1AccountInfo(),
    ]

    private static var starts: [any APIOperation] {
        V1Memory.allCases.map { memory in
            V1ScraperRun(
                body: V1RunRequest(
                    worker: "coreclaw/google-maps-scraper",
                    input: input(memory),
                    isAsync: false,
                    version: "v1.2.6",
                    callbackURL: callback,
                    pageIndex: 1,
                    pageSize: 10
                )
            )
        } + [
            V1ScraperRun(body: V1RunRequest(worker: "demo-worker", input: input(.mb512), isAsync: true)),
            V1Rerun(body: V1RerunBody(id: Requests.run, callbackURL: callback)),
            V1TaskRun(body: V1TaskRunBody(id: Requests.task, callbackURL: callback)),
        ]
    }

    private static func input(_ memory: V1Memory) -> V1Input {
        let system = V1System(
            cpus: 0.125,
            memory: memory,
            timeLimit: 1800,
            maximumCharge: 0,
            maximumTraffic: 0,
            proxyRegion: "US"
        )
        return V1Input(parameters: V1InputParameters(system: system, custom: ["keywords": ["coffee"]]))
    }

    private static var runs: [any APIOperation] {
        let reference = V1RunReference(id: Requests.run)
        let lists = V1RunStatusFilter.allCases.map { status in
            V1RunList(body: V1RunListBody(pageIndex: 1, pageSize: 20, status: status, worker: "demo-worker"))
        }
        let exports = V1ExportFormat.allCases.map { format in
            V1RunResultExport(body: V1RunResultExportBody(id: Requests.run, columns: ["title"], format: format))
        }
        return lists + exports + [
            V1RunList(body: V1RunListBody(pageIndex: 1, pageSize: 20)),
            V1RunDetail(body: reference),
            V1RunLastLog(body: reference),
            V1ScraperAbort(body: reference),
            V1RunResultList(body: V1RunResultListBody(id: Requests.run)),
            V1RunResultList(body: V1RunResultListBody(id: Requests.run, pageIndex: 2, pageSize: 50)),
        ]
    }
}

extension Requests {
    static var firstVersion: [any APIOperation] { FirstVersion.all }
}
