import Foundation
import Measuring

/// Resident memory of each client, in a process of its own, after many calls.
struct MemoryTable {
    private static let calls = 240_000

    let port: Int

    /// Prints the table and returns how the goal fared.
    func print() throws -> [Goal] {
        Swift.print(
            """

            ## Memory of a process after \(Self.calls) calls, 64 at once

            | Client | resident MiB | peak MiB |
            |---|---|---|
            """
        )
        var resident: [Contender: Double] = [:]
        for contender in Contender.allCases {
            let client = try ChildProcess(["client", contender.rawValue, "\(port)"])
            defer { client.end() }
            let measured = try Measurement(line: client.ask("64 \(Self.calls)"))
            resident[contender] = measured.residentMebibytes
            Swift.print(
                "| \(contender.title) | \(String(format: "%.0f | %.0f |", measured.residentMebibytes, measured.peakMebibytes))"
            )
        }
        Swift.print("")
        return [Goal("MiB after \(Self.calls) calls", resident[.coreClaw] ?? .infinity, .atMost(60))]
    }
}
