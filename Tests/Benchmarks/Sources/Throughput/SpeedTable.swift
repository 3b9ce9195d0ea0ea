import Foundation
import Measuring

/// Requests a second, CPU time and memory of each client, 64 calls at once and one after another.
struct SpeedTable {
    private static let rounds = 7

    let port: Int

    /// Prints the table and returns how the goals fared.
    func print() throws -> [Goal] {
        Swift.print(
            """

            ## A page of 100 runs over loopback: medians of \(Self.rounds) rounds (lowest to highest)

            | Calls | Client | requests/s | ratio to JSONDecoder | CPU µs per call | peak MiB |
            |---|---|---|---|---|---|
            """
        )
        // Four seconds or less for the slowest client.
        let atOnce = try measure(width: 64, calls: 3200)
        for line in lines(atOnce, "64 at once") { Swift.print(line) }
        for line in lines(try measure(width: 1, calls: 800), "one after another") { Swift.print(line) }
        Swift.print("")
        let ours = atOnce[.coreClaw] ?? []
        return [
            Goal("requests/s against JSONDecoder, 64 at once", Spread(ratios(.coreClaw, atOnce)).median, .atLeast(5)),
            Goal("CPU µs per call, 64 at once", Spread(ours.map(\.processorMicroseconds)).median, .atMost(110)),
        ]
    }

    /// Every client in a process of its own, warmed up, and then in turns.
    private func measure(width: Int, calls: Int) throws -> [Contender: [Measurement]] {
        let clients = try Contender.allCases.map { ($0, try ChildProcess(["client", $0.rawValue, "\(port)"])) }
        defer { for (_, client) in clients { client.end() } }
        for (_, client) in clients { _ = try client.ask("\(width) \(calls / 4)") }
        var result: [Contender: [Measurement]] = [:]
        for _ in 0..<Self.rounds {
            for (contender, client) in clients {
                result[contender, default: []].append(try Measurement(line: client.ask("\(width) \(calls)")))
            }
        }
        return result
    }

    private func lines(_ measured: [Contender: [Measurement]], _ calls: String) -> [String] {
        Contender.allCases.map { contender in
            let own = measured[contender] ?? []
            let peak = own.map(\.peakMebibytes).max() ?? 0
            return """
                | \(calls) | \(contender.title) | \(Spread(own.map(\.requestsPerSecond)).text(0)) \
                | \(Spread(ratios(contender, measured)).text(2)) \
                | \(Spread(own.map(\.processorMicroseconds)).text(0)) | \(String(format: "%.0f", peak)) |
                """
        }
    }

    /// The ratios of requests a second, round by round.
    private func ratios(_ contender: Contender, _ measured: [Contender: [Measurement]]) -> [Double] {
        zip(measured[contender] ?? [], measured[.decoder] ?? []).map { $0.requestsPerSecond / $1.requestsPerSecond }
    }
}
