/// What a reader finds out about its document beside the values: the results of trying branches, and values it could not use.
final class JSONFindings {
    /// One attempt to read one type at one place.
    struct Attempt: Hashable {
        let type: ObjectIdentifier
        let offset: Int
        let isStrict: Bool
    }

    /// What came of an attempt.
    enum Outcome {
        case success(any Sendable, end: Int)
        case failure(JSONError)
    }

    /// Less work than this is done again rather than remembered.
    private static let leastWork = 64

    /// The attempts that are being made, each inside the one before.
    private var open: [Attempt] = []

    /// The outcomes of attempts inside the outermost one, which may be asked for again.
    private var outcomes: [Attempt: Outcome] = [:]

    /// Where the outermost attempt was made last.
    private var outermostOffset = -1

    /// How many bytes all attempts together have gone over.
    private(set) var work = 0

    /// The first value of an optional member that could not be used, and how many there are.
    private(set) var firstUnreadable: JSONError?
    private(set) var unreadableCount = 0

    /// Begins an attempt, unless its outcome is known.
    func begin(_ attempt: Attempt) -> Outcome? {
        if open.isEmpty {
            // Nothing before this place is read again.
            if attempt.offset != outermostOffset { outcomes.removeAll(keepingCapacity: true) }
            outermostOffset = attempt.offset
        } else if let outcome = outcomes[attempt] {
            return outcome
        } else if isOpen(attempt) {
            return .failure(JSONError(.typeMismatch, "a union that is a branch of itself", offset: attempt.offset))
        }
        open.append(attempt)
        return nil
    }

    /// Ends an attempt that began when `work` was `before` and has gone over `length` bytes, and tells whether to remember its outcome.
    func end(_ attempt: Attempt, over length: Int, since before: Int) -> Bool {
        work += length + 1
        if open.last == attempt { open.removeLast() }
        return !open.isEmpty && work - before >= Self.leastWork
    }

    func remember(_ attempt: Attempt, _ outcome: Outcome) {
        outcomes[attempt] = outcome
    }

    /// Whether the attempt would only lead to itself: nothing has been read since it began.
    private func isOpen(_ attempt: Attempt) -> Bool {
        open.reversed().prefix { $0.offset == attempt.offset }.contains(attempt)
    }

    func addUnreadable(_ error: JSONError) {
        if firstUnreadable == nil { firstUnreadable = error }
        unreadableCount += 1
    }
}
