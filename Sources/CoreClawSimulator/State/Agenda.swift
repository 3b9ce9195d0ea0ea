/// What is still to happen, in the order of time.
struct Agenda: Sendable {
    enum Event: Sendable, Equatable {
        /// A run enters a phase.
        case phase(run: String, RunTimeline.Phase)
        /// A task's schedule comes due.
        case schedule(task: String)
    }

    /// Latest first, so that the next one is cheap to take.
    private var entries: [(time: Int64, event: Event)] = []

    var nextTime: Int64? { entries.last?.time }

    mutating func add(_ event: Event, at time: Int64) {
        // The first position whose entry is not after the new one: of several at one time the older is taken first.
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].time > time { low = middle + 1 } else { high = middle }
        }
        entries.insert((time, event), at: low)
    }

    /// Takes out the earliest event that is due.
    mutating func next(until now: Int64) -> (time: Int64, event: Event)? {
        guard let last = entries.last, last.time <= now else { return nil }
        return entries.removeLast()
    }
}
