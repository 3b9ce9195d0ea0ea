import NIOConcurrencyHelpers

/// The deadlines on one clock.
///
/// All deadlines of a clock share one sleeping task, so that a call costs no task and no timer of its own.
final class DeadlineScheduler: Sendable {
    private struct State {
        var heap = DeadlineHeap()
        var sleeper: Task<Void, Never>?
        /// The time until which the sleeper sleeps, or `nil` if there is none.
        var wake: Duration?
        /// The number of the present sleeper; one with another number was replaced.
        var number = 0

        /// Forgets the sleeper, and returns it to be cancelled.
        mutating func dismissSleeper() -> Task<Void, Never>? {
            defer { (sleeper, wake) = (nil, nil) }
            number += 1
            return sleeper
        }
    }

    private static let continuous = DeadlineScheduler(ContinuousClock(), lingering: .seconds(1))
    private static let suspending = DeadlineScheduler(SuspendingClock(), lingering: .seconds(1))

    private let state = NIOLockedValueBox(State())
    private let measure: @Sendable () -> Duration
    private let pause: @Sendable (Duration) async throws -> Void
    /// The longest sleep, and how long the sleeper stays when there are no deadlines; `nil` means that it sleeps until the next
    /// deadline and is cancelled after the last.
    ///
    /// A cancelled sleep on one of the system's clocks stays in memory until its time has come. Cancelling one for every call
    /// would therefore pile them up.
    private let lingering: Duration?

    init(_ clock: some Clock<Duration>, lingering: Duration? = nil) {
        let start = clock.now
        measure = { start.duration(to: clock.now) }
        // A limit need not be exact to the millisecond, and timers with a tolerance can fire together.
        pause = { try await clock.pause(for: $0, tolerance: $0 / 100) }
        self.lingering = lingering
    }

    /// The scheduler of a clock: the process-wide one of a system clock, a new one for any other.
    static func on(_ clock: any Clock<Duration>) -> DeadlineScheduler {
        switch clock {
        case is ContinuousClock: continuous
        case is SuspendingClock: suspending
        default: DeadlineScheduler(clock)
        }
    }

    /// The time since the scheduler was made.
    var now: Duration { measure() }

    /// The number of deadlines.
    var count: Int { state.withLockedValue { $0.heap.count } }

    /// Whether a task sleeps until the next deadline.
    var isSleeping: Bool { state.withLockedValue { $0.sleeper != nil } }

    /// Runs an action at a time, and again at each time that the action returns.
    func schedule(at due: Duration, action: @escaping @Sendable (_ now: Duration) -> Duration?) -> Deadline {
        let deadline = Deadline(due: due, action: action)
        insert(deadline, at: due)
        return deadline
    }

    /// Moves a deadline to another time; does nothing once it is removed.
    func move(_ deadline: Deadline, to due: Duration) {
        state.withLockedValue { $0.heap.remove(deadline) }
        insert(deadline, at: due)
    }

    /// Removes a deadline, whose action does not begin afterwards.
    func remove(_ deadline: Deadline) {
        let sleeper = state.withLockedValue { state -> Task<Void, Never>? in
            deadline.isRemoved = true
            state.heap.remove(deadline)
            return state.heap.count == 0 && lingering == nil ? state.dismissSleeper() : nil
        }
        sleeper?.cancel()
    }

    private func insert(_ deadline: Deadline, at due: Duration) {
        let replaced = state.withLockedValue { state -> Task<Void, Never>? in
            guard !deadline.isRemoved, deadline.place == nil else { return nil }
            deadline.due = due
            state.heap.insert(deadline)
            let wake = nextWake(due)
            if let present = state.wake, present <= wake { return nil }
            let replaced = state.dismissSleeper()
            state.wake = wake
            state.sleeper = sleeper(state.number)
            return replaced
        }
        replaced?.cancel()
    }

    private func nextWake(_ due: Duration) -> Duration {
        lingering.map { min(due, now + $0) } ?? due
    }

    /// A task that belongs to no call: it has no priority and no task-local values of whoever came first.
    private func sleeper(_ number: Int) -> Task<Void, Never> {
        Task.detached { [self] in
            while let wake = state.withLockedValue({ $0.number == number ? $0.wake : nil }) {
                let time = await sleep(until: wake)
                guard !Task.isCancelled else { return }
                passDeadlines(at: time, number)
                await Task.yield()
            }
        }
    }

    /// Returns the time after the sleep. If the clock cannot sleep, all deadlines count as passed.
    private func sleep(until wake: Duration) async -> Duration {
        do {
            try await pause(wake - now)
            return now
        } catch {
            return .seconds(Int64.max)
        }
    }

    private func passDeadlines(at now: Duration, _ number: Int) {
        for deadline in state.withLockedValue({ $0.heap.removeDue(at: now) }) {
            if let next = deadline.action(now) { insert(deadline, at: next) }
        }
        state.withLockedValue { state in
            guard state.number == number else { return }
            if let due = state.heap.first?.due {
                state.wake = nextWake(due)
            } else {
                _ = state.dismissSleeper()
            }
        }
    }
}
