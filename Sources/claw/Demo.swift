import ArgumentParser
import CoreClaw
import CoreClawSimulator
import Foundation

/// `claw demo`: finds a Worker in the store, runs it, and saves its rows, using only the public API.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a Worker on a simulator in this process.",
        discussion: "Finds a Worker in the store, starts it, waits for the run, reads its rows, and saves them as CSV."
    )

    @Option(help: "File to save the rows to. An existing file is replaced.")
    var output = "places.csv"

    @Option(help: "Number of rows to print.")
    var rows = 8

    func validate() throws {
        guard rows >= 0 else { throw ValidationError("--rows must be 0 or more, not \(rows).") }
    }

    func run() async throws {
        // A run takes less than a minute of the simulator's time.
        let options = SimulatorOptions(clock: SimulatedClock(speed: 8))
        try await Simulator.with(options) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let worker = try await findWorker(coreclaw)
            let run = try await start(worker, coreclaw)
            try await printRows(of: run, coreclaw)
            try await save(run, coreclaw)
        }
    }

    private func findWorker(_ coreclaw: CoreClawClient) async throws -> WorkerSummary {
        print("Workers for \"maps\" in the store")
        var table = TextTable(columns: ["worker", "title"])
        let workers = try await coreclaw.store.list(keyword: "maps").collect(limit: 5)
        for worker in workers { table.append([worker.path?.rawValue ?? worker.id.rawValue, worker.title ?? ""]) }
        print(table.text)
        guard let worker = workers.first else { throw CleanExit.message("No Worker in the store matches \"maps\".") }
        let fields = try await coreclaw.workers.inputSchema(worker.id).fields ?? []
        print("\nIts input: \(fields.map(\.name).joined(separator: ", "))")
        return worker
    }

    private func start(_ worker: WorkerSummary, _ coreclaw: CoreClawClient) async throws -> Run {
        let start = try await coreclaw.workers.run(
            worker.id,
            input: .custom(["keywords": ["coffee", "tea"], "base_location": "New York,USA", "max_results": 20])
        )
        print("\nStarted \(start.id)")
        var last: Run?
        for try await update in coreclaw.runs.updates(start.id, timeout: .seconds(60)) {
            print("  \(update.status.rawValue), \(update.resultCount) rows")
            last = update
        }
        let run: Run = if let last { last } else { try await coreclaw.runs.get(start.id) }
        let balance = try await coreclaw.account.get().balance
        print("The run cost \(run.cost) USD. Remaining balance: \(balance.map { "\($0) USD" } ?? "unknown").")
        return try run.requireSucceeded()
    }

    private func printRows(of run: Run, _ coreclaw: CoreClawClient) async throws {
        let headers = try await coreclaw.runs.results(run.id, pageSize: 1).page(1).headers
        var table = TextTable(columns: headers.map(\.label))
        var count = 0
        for try await row in coreclaw.runs.results(run.id) {
            count += 1
            if count <= rows { table.append(headers.map { row[$0.key]?.description ?? "" }) }
        }
        print("\n\(count) rows. The first rows:")
        print(table.text)
    }

    private func save(_ run: Run, _ coreclaw: CoreClawClient) async throws {
        let link = try await coreclaw.runs.export(run.id, format: .csv)
        let file = try await coreclaw.download(link.url, to: output)
        print("\nSaved \(file.size) bytes to \(output)")
    }
}
