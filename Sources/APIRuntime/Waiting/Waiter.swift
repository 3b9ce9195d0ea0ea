/// How an operation is polled until what it answers is final.
public struct Waiter<O: WaitableOperation>: Sendable {
    /// What a state means for waiting.
    enum Phase: Sendable, Hashable {
        case pending
        case lingering(Duration)
        case succeeded
        case failed
        case unrecognized

        var isFinal: Bool { self == .succeeded || self == .failed }
    }

    let schedule: [Duration]
    /// The time limit of a wait for which the caller sets none.
    public let timeout: Duration
    private let state: @Sendable (O.Output) -> String
    private let phases: [String: Phase]

    /// Describes how an operation is polled; states are compared without regard to case.
    ///
    /// - Parameters:
    ///   - schedule: the pauses between polls; the last one repeats.
    ///   - timeout: how long is waited at most, where the caller does not say.
    ///   - state: the state in an answer.
    ///   - succeeded: the final states that mean success.
    ///   - failed: the final states that mean failure.
    ///   - pending: the states in which the work goes on.
    ///   - lingering: states that should lead to a final one soon, and how long they are given before they count as final.
    public init(
        schedule: [Duration],
        timeout: Duration,
        state: @escaping @Sendable (O.Output) -> String,
        succeeded: [String],
        failed: [String],
        pending: [String],
        lingering: [String: Duration] = [:]
    ) {
        self.schedule = schedule
        self.timeout = timeout
        self.state = state
        var phases: [String: Phase] = [:]
        for name in pending { phases[name.lowercased()] = .pending }
        for (name, duration) in lingering { phases[name.lowercased()] = .lingering(duration) }
        for name in failed { phases[name.lowercased()] = .failed }
        for name in succeeded { phases[name.lowercased()] = .succeeded }
        self.phases = phases
    }

    /// The answer itself where its state means success; throws ``UnsuccessfulStateError`` in every other state.
    @discardableResult
    public func requireSucceeded(_ output: O.Output) throws -> O.Output {
        guard phase(of: output) == .succeeded else {
            throw UnsuccessfulStateError(operation: O.descriptor.id, state: state(output), output: output)
        }
        return output
    }

    /// Whether a state is final, in any letter case.
    public func isFinal(_ state: String) -> Bool {
        phases[state.lowercased()]?.isFinal ?? false
    }

    func stateText(of output: O.Output) -> String { state(output) }

    func phase(of output: O.Output) -> Phase {
        phases[state(output).lowercased()] ?? .unrecognized
    }

    /// The pause after a number of polls.
    func pause(afterPolls polls: Int) -> Duration {
        guard let last = schedule.last else { return .seconds(5) }
        return polls >= 1 && polls <= schedule.count ? schedule[polls - 1] : last
    }
}
