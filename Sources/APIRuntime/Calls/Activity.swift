import NIOConcurrencyHelpers

/// How far a piece of work is: when it last showed a sign of life, and whether it waits for a connection.
final class Activity: Sendable {
    private struct Wait {
        let since: Duration
        let connections: Int
    }

    private struct State {
        let start: Duration
        var lastSign: Duration?
        var hasBegunSending = false
        var isAbandoned = false
        var wait: Wait?
        /// The time of all waits that are over.
        var waited = Duration.zero
        var deadline: Deadline?
    }

    private enum Outlook {
        case over(TimeLimit.Expiry)
        case lookAgain(at: Duration)
    }

    private let limit: TimeLimit
    private let race: any RaceControl
    private let state: NIOLockedValueBox<State>

    private var scheduler: DeadlineScheduler { limit.scheduler }

    init(_ limit: TimeLimit, _ race: some RaceControl) {
        self.limit = limit
        self.race = race
        state = NIOLockedValueBox(State(start: limit.scheduler.now))
    }

    /// Notes that a request is handed to the transport; throws `CancellationError` if nobody waits for its answer any more.
    func beginSending() throws {
        try state.withLockedValue { state in
            guard !state.isAbandoned else { throw CancellationError() }
            state.hasBegunSending = true
        }
    }

    /// Lets no further request be sent; returns whether one may have left this machine.
    func abandon() -> Bool {
        state.withLockedValue { state in
            state.isAbandoned = true
            return state.hasBegunSending && state.wait == nil
        }
    }

    /// A sign of life.
    func sign() {
        let now = scheduler.now
        state.withLockedValue { $0.lastSign = now }
    }

    /// Ends the silence until the next sign, because the work waits for somebody else than the other side.
    func rest() {
        state.withLockedValue { $0.lastSign = nil }
    }

    /// Does what must not go on once the caller has its result: the caller waits for its end.
    func undisturbed(_ work: () async throws -> Void) async throws {
        guard race.hold() else { throw CancellationError() }
        defer { race.release() }
        try await work()
    }

    /// Begins to watch the limits.
    func watch() {
        guard limit.isFinite else { return }
        let deadline = scheduler.schedule(at: nextLook(at: scheduler.now) ?? .zero) { [self] in nextLook(at: $0) }
        state.withLockedValue { $0.deadline = deadline }
        reconsider()
    }

    /// Ends watching.
    func end() {
        let deadline = state.withLockedValue { state in
            // The deadline holds on to the activity.
            defer { state.deadline = nil }
            return state.deadline
        }
        if let deadline { scheduler.remove(deadline) }
    }

    /// A wait has its own limit, which may pass before the next look.
    private func reconsider() {
        let deadline = state.withLockedValue { $0.wait == nil ? nil : $0.deadline }
        if let deadline, let time = nextLook(at: scheduler.now) { scheduler.move(deadline, to: time) }
    }

    /// When to look at the limits again, or `nil` if one has passed.
    private func nextLook(at now: Duration) -> Duration? {
        switch state.withLockedValue({ outlook($0, at: now) }) {
        case .lookAgain(let time): return time
        case .over(let expiry):
            race.fail(expiry)
            return nil
        }
    }

    private func outlook(_ state: State, at now: Duration) -> Outlook {
        var next = now + .seconds(31_536_000)
        if let total = limit.total {
            guard now - state.start < total else { return .over(state.wait.map { expiry(of: $0, state, at: now) } ?? .limit) }
            next = min(next, state.start + total)
        }
        if let wait = state.wait {
            guard let pool = limit.pool else { return .lookAgain(at: next) }
            guard now - wait.since < pool else { return .over(expiry(of: wait, state, at: now)) }
            return .lookAgain(at: min(next, wait.since + pool))
        }
        if let attempt = limit.attempt {
            let end = state.start + state.waited + attempt
            guard now < end else { return .over(.limit) }
            next = min(next, end)
        }
        if let idle = limit.idle {
            // Before the first sign the silence has not begun, but it may begin before the next look.
            let end = (state.lastSign ?? now) + idle
            guard now < end else { return .over(.idle) }
            next = min(next, end)
        }
        return .lookAgain(at: next)
    }

    private func expiry(of wait: Wait, _ state: State, at now: Duration) -> TimeLimit.Expiry {
        .pool(connections: wait.connections, waited: now - wait.since, hasAnswer: state.lastSign != nil)
    }
}

extension Activity: HTTPConnectionObserver {
    func waitsForConnection(ofAtMost connections: Int) {
        let now = scheduler.now
        state.withLockedValue { $0.wait = $0.wait ?? Wait(since: now, connections: connections) }
        reconsider()
    }

    func hasConnection() {
        let now = scheduler.now
        state.withLockedValue { state in
            guard let wait = state.wait else { return }
            state.wait = nil
            state.waited += now - wait.since
        }
    }
}
