import Foundation
import Inputs
import Measuring

/// Compares clients of one page over loopback: `swift run -c release Throughput [speed|memory] [--check]`.
///
/// The server and each client are processes of their own, started from this executable (`serve`, `client NAME PORT`). The clients take turns,
/// so that other work on the machine slows all of them alike.
@main
struct Throughput {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "serve":
            try await PageServer(body: Inputs.runPage(100)).run()
        case "client":
            guard arguments.count == 3, let contender = Contender(rawValue: arguments[1]), let port = Int(arguments[2]) else {
                throw UsageError()
            }
            try await ClientProcess(contender: contender, port: port).run()
        default:
            let isChecked = arguments.contains("--check")
            arguments.removeAll { $0 == "--check" }
            guard arguments.isEmpty || arguments == ["speed"] || arguments == ["memory"] else { throw UsageError() }
            let goals = try tables(arguments.first)
            for goal in goals { print(goal) }
            if isChecked, goals.contains(where: { !$0.isMet }) { exit(1) }
        }
    }

    /// Prints the tables and returns how the goals fared.
    private static func tables(_ only: String?) throws -> [Goal] {
        let server = try ChildProcess(["serve"])
        defer { server.end() }
        guard let port = Int(try server.readLine()) else { throw ChildEnded() }
        var goals: [Goal] = []
        if only != "memory" { goals += try SpeedTable(port: port).print() }
        if only != "speed" { goals += try MemoryTable(port: port).print() }
        return goals
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description = "usage: Throughput [speed|memory] [--check]"
}
