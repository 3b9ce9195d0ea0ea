import NIOConcurrencyHelpers

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
