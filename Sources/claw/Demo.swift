import ArgumentParser
import CoreClaw
import CoreClawSimulator

/// `claw demo`: lists runs, waits for one and reads its rows, all through the public API.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the library at work against a simulator in this process."
    )

    @Option(help: "How many rows of the table to print.")
    var rows = 8

    func validate() throws {
        guard rows >= 0 else { throw ValidationError("The number of rows is 0 or more, not \(rows).") }
    }

    func run() async throws {
        // The run that is waited for takes 35 seconds of the simulator's time.
        let options = SimulatorOptions(clock: SimulatedClock(speed: 10))
        try await Simulator.with(options) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            try await listRuns(coreclaw)
            let run = try await waitForRun(coreclaw, RunID(SeededRuns.moving))
            try await printRows(coreclaw, run)
        }
    }

    private func listRuns(_ coreclaw: CoreClawClient) async throws {
        print("Newest runs")
        var table = TextTable(columns: ["run", "worker", "status", "rows", "USD"])
        for try await run in coreclaw.runs.list(pageSize: 10).prefix(5) {
            table.append([run.id.rawValue, run.workerTitle, run.status.rawValue, "\(run.resultCount)", "\(run.usage)"])
        }
        print(table.text)
    }

    private func waitForRun(_ coreclaw: CoreClawClient, _ id: RunID) async throws -> Run {
        print("\nWaiting for \(id)")
        var last: Run?
        for try await update in coreclaw.runs.updates(id, timeout: .seconds(60)) {
            print("  \(update.status.rawValue), \(update.resultCount) rows")
            last = update
        }
        let run: Run = if let last { last } else { try await coreclaw.runs.get(id) }
        return try run.requireSucceeded()
    }

    private func printRows(_ coreclaw: CoreClawClient, _ run: Run) async throws {
        let headers = try await coreclaw.runs.results(run.id, pageSize: 1).page(1).headers
        var table = TextTable(columns: headers.map(\.label))
        var count = 0
        for try await row in coreclaw.runs.results(run.id) {
            count += 1
            if count <= rows { table.append(headers.map { row[$0.key]?.description ?? "" }) }
        }
        print("\n\(count) rows of \(run.id)")
        print(table.text)
    }
}
