import NIOConcurrencyHelpers

/// The calls of one account that wait for capacity. Only the first of them sends requests.
final class CapacityLine: Sendable {
    /// An account at a service. Only its own work takes its capacity.
    struct Account: Hashable, Sendable {
        let origin: Origin
        let credential: Credential.Identity
    }

    private let queue = FairQueue()
    private let operations = NIOLockedValueBox<Set<String>>([])

    /// Joins the line. Further calls of the operation then line up before they send anything.
    func join(_ operation: String) -> FairQueue.Place {
        operations.withLockedValue { _ = $0.insert(operation) }
        return queue.join(limit: 1)
    }

    func isFor(_ operation: String) -> Bool {
        operations.withLockedValue { $0.contains(operation) }
    }
}

/// The lines of all accounts in which somebody waits, and the limits of their starts.
final class CapacityLines: Sendable {
    private struct Entry: Sendable {
        weak var line: CapacityLine?
    }

    private let lines = NIOLockedValueBox<[CapacityLine.Account: Entry]>([:])
    /// A sign that there may be capacity again.
    let release = ChangeSignal()

    /// The line of an account if somebody waits in it.
    func existing(_ account: CapacityLine.Account) -> CapacityLine? {
        lines.withLockedValue { $0.isEmpty ? nil : $0[account]?.line }
    }

    /// The line of an account, which lasts as long as somebody holds it.
    func line(of account: CapacityLine.Account) -> CapacityLine {
        lines.withLockedValue { lines in
            if let line = lines[account]?.line { return line }
            lines = lines.filter { $0.value.line != nil }
            let line = CapacityLine()
            lines[account] = Entry(line: line)
            return line
        }
    }
}
