/// What somebody wants to be run.
struct RunOrder: Sendable {
    let worker: Worker
    /// A version that the Worker has.
    let version: String
    let input: JSON
    let callback: RunCallback?
}

extension Run {
    /// What to order for the same run once more.
    func order(callback: RunCallback?) -> RunOrder {
        RunOrder(worker: worker, version: version, input: input, callback: callback)
    }
}
