import Foundation

/// The same work done by Foundation and by us.
struct Comparison {
    private static let rounds = 9

    let name: String
    let theirs: () throws -> Void
    let ours: () throws -> Void

    init(_ name: String, theirs: @escaping () throws -> Void, ours: @escaping () throws -> Void) {
        self.name = name
        self.theirs = theirs
        self.ours = ours
    }

    /// Prints a line for each, from the medians of interleaved rounds on the CPU clock.
    static func table(_ comparisons: [Comparison]) throws {
        print("| What | Foundation µs | ours µs | ratio (lowest to highest of \(rounds) rounds) |\n|---|---|---|---|")
        for comparison in comparisons { print(try comparison.line()) }
    }

    private func line() throws -> String {
        let theirRepetitions = try Self.repetitions(theirs), ourRepetitions = try Self.repetitions(ours)
        var rounds: [(theirs: Double, ours: Double)] = []
        for _ in 0..<Self.rounds {
            rounds.append((try Self.time(theirs, theirRepetitions), try Self.time(ours, ourRepetitions)))
        }
        let ratios = rounds.map { $0.theirs / $0.ours }.sorted()
        return String(
            format: "| %@ | %.1f | %.1f | **%.1f** (%.1f to %.1f) |",
            name,
            Self.median(rounds.map(\.theirs)),
            Self.median(rounds.map(\.ours)),
            Self.median(ratios),
            ratios[0],
            ratios[ratios.count - 1]
        )
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    /// As many as take about a tenth of a second; doing them is the warm-up too.
    private static func repetitions(_ work: () throws -> Void) throws -> Int {
        max(1, Int(100_000 / max(1, try time(work, 5))))
    }

    /// Microseconds of CPU time for each repetition.
    private static func time(_ work: () throws -> Void, _ repetitions: Int) throws -> Double {
        let start = clock()
        for _ in 0..<repetitions { try work() }
        return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e6 / Double(repetitions)
    }
}
