extension QueueOutcomes {
    /// The items for which it was not done.
    public var failures: [QueueOutcome] { outcomes.filter { !$0.isSuccess } }

    /// Passes the outcomes on if it was done for every item.
    ///
    /// - Throws: ``QueueOutcomeError`` with the outcomes of all items, if it was not done for some.
    @discardableResult
    public func requireAllSucceeded() throws -> QueueOutcomes {
        guard failures.isEmpty else { throw QueueOutcomeError(outcomes: self) }
        return self
    }
}

/// An operation on items of the run queue that was not done for all of them.
public struct QueueOutcomeError: Error, CustomStringConvertible {
    /// What has become of each item, of those too for which it was done.
    public let outcomes: QueueOutcomes

    /// The items for which it was not done, and why.
    public var description: String {
        let failures = outcomes.failures.map { "\($0.id.rawValue) (\($0.errorMessage ?? "no reason given"))" }
        return "\(failures.count) of \(outcomes.outcomes.count) queue items failed: \(failures.joined(separator: ", "))"
    }
}
