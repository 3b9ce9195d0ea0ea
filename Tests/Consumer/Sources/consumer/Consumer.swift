import CoreClaw
import CoreClawSimulator
import Foundation

/// A user's program: one import for the library, beside the standard library's and Foundation's own names.
@main
struct Consumer {
    static func main() async throws {
        try await Simulator.with { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let counted = Task { () -> Int in
                var count = 0
                for try await _ in coreclaw.runs.results(RunID(SeededRuns.finished), pageSize: 100) { count += 1 }
                return count
            }
            let result: Result<Int, any Error> = await counted.result
            let data: Data = Data("\(try result.get()) rows\n".utf8)
            FileHandle.standardOutput.write(data)
        }
        constructRequests()
    }

    /// Everything a caller may build, can be built from outside.
    static func constructRequests() {
        let id: RunID = "01KKDXV2G26BT7NH4ZQR2R4NPZ"
        _ = GetWorkerRun(id: id)
        _ = GetWorkerLastRun(workerID: "coreclaw/google-maps-scraper")
        _ = ListWorkerRuns(pageSize: 10, status: .running, startTime: Date(timeIntervalSince1970: 1_785_513_600))
        _ = ListWorkerRunResults(id: id)
        _ = V1RunDetailBody(id: id)
    }
}
