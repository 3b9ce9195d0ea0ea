extension QueueOutcomes {
    /// The items for which it was not done.
    public var failures: [QueueOutcome] { outcomes.filter { !$0.isSuccess } }

    /// Passes the outcomes on if none is a failure.
    ///
    /// An item of which nothing is answered is not missed; `requireAllSucceeded(of:)` asks for an outcome of each.
    ///
    /// - Throws: ``QueueOutcomeError`` with the outcomes of all items, if it was not done for some.
    @discardableResult
    public func requireAllSucceeded() throws -> QueueOutcomes {
        try requireAllSucceeded(of: [])
    }

    /// Passes the outcomes on if none is a failure and there is one for every item that was named.
    ///
    /// - Throws: ``QueueOutcomeError`` with the outcomes of all items and the items without one, if it was not done for some.
    @discardableResult
    public func requireAllSucceeded(of ids: [QueueItemID]) throws -> QueueOutcomes {
        let answered = Set(outcomes.map(\.id))
        let error = QueueOutcomeError(outcomes: self, missing: ids.filter { !answered.contains($0) })
        guard failures.isEmpty, error.missing.isEmpty else { throw error }
        return self
    }
}

/// An operation on items of the run queue that was not done for all of them.
public struct QueueOutcomeError: Error, CustomStringConvertible {
    /// What has become of each item, of those too for which it was done.
    public let outcomes: QueueOutcomes
    /// The items that were named and of which nothing was answered.
    public let missing: [QueueItemID]

    /// The items for which it was not done, and why.
    public var description: String {
        let failures = outcomes.failures.map { "\($0.id.rawValue) (\($0.errorMessage ?? "no reason given"))" }
        let reasons = failures + missing.map { "\($0.rawValue) (no outcome)" }
        let count = outcomes.outcomes.count + missing.count
        return "\(reasons.count) of \(count) queue items failed: \(reasons.joined(separator: ", "))"
    }
}
