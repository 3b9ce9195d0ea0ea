extension QueueOutcomes {
    /// The outcomes of the items for which the operation failed.
    public var failures: [QueueOutcome] { outcomes.filter { !$0.isSuccess } }

    /// Returns the outcomes if none of them is a failure.
    ///
    /// This method does not notice an item without an outcome. Use `requireAllSucceeded(of:)` to require one for each item.
    ///
    /// - Throws: ``QueueOutcomeError`` with the outcomes of all items if the operation failed for any of them.
    @discardableResult
    public func requireAllSucceeded() throws -> QueueOutcomes {
        try requireAllSucceeded(of: [])
    }

    /// Returns the outcomes if none of them is a failure and each requested item has one.
    ///
    /// - Parameter ids: The items that the operation was called with.
    /// - Throws: ``QueueOutcomeError`` with the outcomes of all items and the items without one.
    @discardableResult
    public func requireAllSucceeded(of ids: [QueueItemID]) throws -> QueueOutcomes {
        let answered = Set(outcomes.map(\.id))
        let error = QueueOutcomeError(outcomes: self, missing: ids.filter { !answered.contains($0) })
        guard failures.isEmpty, error.missing.isEmpty else { throw error }
        return self
    }
}

/// An operation that failed for some items of the run queue.
public struct QueueOutcomeError: Error, CustomStringConvertible {
    /// The outcomes of all items, including those for which the operation succeeded.
    public let outcomes: QueueOutcomes
    /// The requested items for which the service returned no outcome.
    public let missing: [QueueItemID]

    /// The items for which the operation failed, and the reasons.
    public var description: String {
        let failures = outcomes.failures.map { "\($0.id.rawValue) (\($0.errorMessage ?? "no reason given"))" }
        let reasons = failures + missing.map { "\($0.rawValue) (no outcome)" }
        let count = outcomes.outcomes.count + missing.count
        return "\(reasons.count) of \(count) queue items failed: \(reasons.joined(separator: ", "))"
    }
}
