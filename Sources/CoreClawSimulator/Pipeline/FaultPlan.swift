/// The faults that are still to happen, for each operation in the order in which they were asked for.
actor FaultPlan {
    private var faults: [String: [(fault: Fault, times: Int)]] = [:]

    func add(_ fault: Fault, times: Int, to operation: String) {
        faults[operation, default: []].append((fault, times))
    }

    /// The fault that the next request to an operation meets, and counts it as done.
    func next(for operation: String) -> Fault? {
        guard var planned = faults[operation], let first = planned.first else { return nil }
        if first.times > 1 {
            planned[0].times -= 1
        } else {
            planned.removeFirst()
        }
        faults[operation] = planned
        return first.fault
    }

    func removeAll() {
        faults = [:]
    }
}
