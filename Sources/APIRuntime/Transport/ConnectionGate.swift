import NIOConcurrencyHelpers

/// The connections of a pool to one origin, given to requests first come, first served.
///
/// The pool behind it has as many connections as the gate lets requests through. Its own queue, whose limit is that of making a
/// connection, therefore stays empty.
final class ConnectionGate: Sendable {
    private enum Waiter {
        /// Has a number, and is about to wait.
        case announced
        case waiting(CheckedContinuation<Void, any Error>)
        /// Was let through, or gave up, before it waited.
        case admitted
        case cancelled
    }

    private struct State {
        var limit: Int
        var inUse = 0
        var waiters: [Int: Waiter] = [:]
        /// The numbers of those who wait, some of whom may have given up, are in `first..<next`.
        var first = 0
        var next = 0

        /// Lets through whoever may pass.
        mutating func admit() -> [CheckedContinuation<Void, any Error>] {
            var admitted: [CheckedContinuation<Void, any Error>] = []
            while inUse < limit, first < next {
                switch waiters[first] {
                case .waiting(let continuation):
                    waiters[first] = nil
                    inUse += 1
                    admitted.append(continuation)
                case .announced:
                    waiters[first] = .admitted
                    inUse += 1
                case .admitted, .cancelled, nil: break
                }
                first += 1
            }
            return admitted
        }

        /// Begins to wait, unless it was let through or gave up before.
        mutating func register(
            _ continuation: CheckedContinuation<Void, any Error>,
            as number: Int
        ) -> Result<Void, any Error>? {
            switch waiters[number] {
            case .admitted:
                waiters[number] = nil
                return .success(())
            case .cancelled:
                waiters[number] = nil
                return .failure(CancellationError())
            case .announced, .waiting, nil:
                waiters[number] = .waiting(continuation)
                return nil
            }
        }

        /// Ends a wait; whoever was let through already keeps the connection.
        mutating func giveUp(_ number: Int) -> CheckedContinuation<Void, any Error>? {
            switch waiters[number] {
            case .announced: waiters[number] = .cancelled
            case .waiting(let continuation):
                waiters[number] = nil
                return continuation
            case .admitted, .cancelled, nil: break
            }
            return nil
        }
    }

    private let state: NIOLockedValueBox<State>

    init(limit: Int) {
        state = NIOLockedValueBox(State(limit: max(1, limit)))
    }

    /// How many requests wait.
    var waiting: Int { state.withLockedValue { $0.waiters.count } }

    /// How many connections are in use.
    var inUse: Int { state.withLockedValue { $0.inUse } }

    /// Takes a connection; waits until one is free, and ends at once when cancelled.
    func enter(_ observer: (any HTTPConnectionObserver)?) async throws -> ConnectionSlot {
        let number = state.withLockedValue { state -> Int? in
            if state.inUse < state.limit, state.first == state.next {
                state.inUse += 1
                return nil
            }
            defer { state.next += 1 }
            state.waiters[state.next] = .announced
            return state.next
        }
        if let number { try await wait(number, observer) }
        return ConnectionSlot(self)
    }

    /// Changes how many connections there are.
    func setLimit(_ limit: Int) {
        let admitted = state.withLockedValue { state in
            state.limit = max(1, limit)
            return state.admit()
        }
        for continuation in admitted { continuation.resume() }
    }

    fileprivate func leave() {
        let admitted = state.withLockedValue { state in
            state.inUse -= 1
            return state.admit()
        }
        for continuation in admitted { continuation.resume() }
    }

    private func wait(_ number: Int, _ observer: (any HTTPConnectionObserver)?) async throws {
        observer?.waitsForConnection(ofAtMost: state.withLockedValue { $0.limit })
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (result, others) = state.withLockedValue { state in
                    (state.register(continuation, as: number), state.admit())
                }
                for other in others { other.resume() }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let continuation = state.withLockedValue { $0.giveUp(number) }
            continuation?.resume(throwing: CancellationError())
        }
        observer?.hasConnection()
    }
}

/// One connection in use, until the answer has been read or nobody reads it any more.
final class ConnectionSlot: Sendable {
    private let gate: NIOLockedValueBox<ConnectionGate?>

    fileprivate init(_ gate: ConnectionGate) {
        self.gate = NIOLockedValueBox(gate)
    }

    deinit {
        release()
    }

    /// Gives the connection back; the second time it does nothing.
    func release() {
        let gate = gate.withLockedValue { gate in
            defer { gate = nil }
            return gate
        }
        gate?.leave()
    }
}
