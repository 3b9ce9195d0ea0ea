import CoreClaw
import Foundation
import Measuring

/// Loads the client and counts what is left afterwards: `swift run -c release Load`.
///
/// The server and each piece of work are processes of their own, started from this executable (`serve`, `work NAME PORT`). Fails where a call
/// fails, a row is lost or doubled, memory grows beyond its limit, or a task, a sleep or a connection outlives its call.
@main
struct Load {
    static let rows = 100_000

    private static let works: [(name: String, work: @Sendable (CoreClawClient) async throws -> Void)] = [
        ("1,000 calls at once", { try await calls(1000, $0) }),
        ("1,000 calls at once, cancelled", { try await cancelledCalls(1000, $0) }),
        ("a prefix of 150 rows", { try await readPrefix(150, $0) }),
        ("100,000 rows, pages of 100", { try await readRows($0) }),
    ]

    static func main() async throws {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "serve": try await RowServer(rows: rows).run()
        case "work": try await work(arguments[2], port: arguments[3])
        default: try table()
        }
    }

    private static func table() throws {
        let server = try ChildProcess(["serve"])
        defer { server.end() }
        let port = try server.readLine()
        print(
            "| What | seconds | MiB more at the peak | tasks left | sleeps left | connections left |\n|---|---|---|---|---|---|"
        )
        var lines: [String] = []
        for (name, _) in works {
            let line = try ChildProcess(["work", name, port]).readLine()
            print(line)
            lines.append(line)
        }
        if lines.contains(where: { $0.hasSuffix(TrialResult.failure) }) { exit(1) }
    }

    private static func work(_ name: String, port: String) async throws {
        guard let work = works.first(where: { $0.name == name })?.work, let url = URL(string: "http://127.0.0.1:\(port)") else {
            throw ChildEnded()
        }
        let trial = Trial(url: url)
        // What the first calls make for the whole process is not counted: event loops, caches, the shared allocator.
        _ = try await trial.measure("warm-up") { try await calls(64, $0) }
        print(try await trial.measure(name, work).line)
    }

    private static func calls(_ count: Int, _ coreclaw: CoreClawClient) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { _ = try await coreclaw.runs.get("run") } }
            try await group.waitForAll()
        }
    }

    /// Every call ends with a run or its cancellation.
    private static func cancelledCalls(_ count: Int, _ coreclaw: CoreClawClient) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                group.addTask {
                    do { _ = try await coreclaw.runs.get("run") } catch is CancellationError {}
                }
            }
            for _ in 0..<10 { try await group.next() }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    private static func readPrefix(_ count: Int, _ coreclaw: CoreClawClient) async throws {
        var read = 0
        for try await row in coreclaw.runs.results("run", pageSize: 100) {
            guard row["number"] == .integer(Int64(read)) else { throw WrongRow(expected: read) }
            read += 1
            if read == count { break }
        }
    }

    private static func readRows(_ coreclaw: CoreClawClient) async throws {
        var read = 0
        for try await row in coreclaw.runs.results("run", pageSize: 100) {
            guard row["number"] == .integer(Int64(read)) else { throw WrongRow(expected: read) }
            read += 1
        }
        guard read == rows else { throw WrongRow(expected: read) }
    }
}

/// A row that is not the one whose turn it is.
struct WrongRow: Error {
    let expected: Int
}
