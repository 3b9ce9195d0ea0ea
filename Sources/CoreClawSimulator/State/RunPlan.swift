/// How a run will go, known when it is created.
struct RunPlan: Sendable {
    let rows: ResultRows
    /// Why the run fails; empty when it does not.
    let errorMessage: String
    /// Seconds until the run starts.
    let waiting: Int64
    /// Seconds that the run works.
    let working: Int64

    static func failure(_ message: String, after waiting: Int64) -> RunPlan {
        // An empty text would pass for success.
        RunPlan(rows: .none, errorMessage: message.isEmpty ? "worker run failed" : message, waiting: waiting, working: 3)
    }
}
