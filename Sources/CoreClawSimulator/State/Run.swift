/// A run of a Worker.
struct Run: Sendable {
    let id: String
    let worker: Worker
    let timeline: RunTimeline
    let rows: ResultRows
    /// What the whole run costs, USD as decimal text.
    let usage: String
    /// What the whole run transfers, bytes.
    let traffic: Int64
    /// Why the run fails; empty when it does not.
    let errorMessage: String

    /// The rows there are by now.
    func rowCount(at now: Int64) -> Int {
        Int(Int64(rows.count) * timeline.state(at: now).progress / 1000)
    }
}
