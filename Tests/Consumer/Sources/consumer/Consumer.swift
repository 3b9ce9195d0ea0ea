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
        let operations = Set(try Requests.all.map { type(of: $0).descriptor.id })
        guard operations.count == 52 else { throw MissingRequests(count: 52 - operations.count) }
        FileHandle.standardOutput.write(Data("\(operations.count) requests\n".utf8))
    }
}

/// Operations of which no request is made here.
struct MissingRequests: Error {
    let count: Int
}
