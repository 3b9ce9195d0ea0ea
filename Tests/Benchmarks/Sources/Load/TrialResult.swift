import Foundation

/// What a piece of work took, and what it left.
struct TrialResult {
    /// The memory that may be needed more than before, in MiB.
    private static let maximumGrowth = 100.0

    static let failure = "FAILED"

    let name: String
    let duration: Duration
    let growth: Double
    let hasTasks: Bool
    let sleeps: Int
    let connections: Int

    var isClean: Bool { !hasTasks && sleeps == 0 && connections == 0 && growth <= Self.maximumGrowth }

    var line: String {
        let numbers = String(format: "%.1f | %.0f", duration / .seconds(1), growth)
        return
            "| \(name) | \(numbers) | \(hasTasks ? "some" : "0") | \(sleeps) | \(connections) |\(isClean ? "" : " \(Self.failure)")"
    }
}
