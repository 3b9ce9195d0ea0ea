import Foundation

/// A run of a Worker.
struct Run: Sendable {
    let id: String
    /// The internal number, which never serves as an identifier in a request.
    let number: Int64
    let worker: Worker
    /// The version of the Worker that runs.
    let version: String
    /// What the run was given, as it was sent.
    let input: JSON
    var timeline: RunTimeline
    let rows: ResultRows
    let price: Price
    /// What the whole run transfers, bytes.
    let traffic: Int64
    /// Why the run fails; empty when it does not.
    let errorMessage: String
    /// Who is told of each change; nil for nobody.
    let callback: RunCallback?

    /// The rows there are by now.
    func rowCount(at now: Int64) -> Int {
        // Divided first: a whole run may have more rows than can be multiplied.
        let progress = timeline.state(at: now).progress
        return progress == 1000
            ? rows.count : Int(Int64(rows.count) / 1000 * progress + Int64(rows.count) % 1000 * progress / 1000)
    }

    /// What the run costs when it is not aborted.
    var wholePrice: Decimal { price.total(rows: rows.count) }

    /// What the run has cost by its end; 0 before.
    func cost(at now: Int64) -> Decimal {
        let state = timeline.state(at: now)
        guard state.status.isStopped, state.startedAt > 0 else { return 0 }
        return price.total(rows: rowCount(at: now))
    }
}
