import NIOConcurrencyHelpers

/// The first of several results, and the one task that waits for it.
final class Race<T: Sendable>: Sendable {
    private struct State {
        var result: Result<T, any Error>?
        /// Taken before it is resumed, so that it is resumed once. Whoever sets it finds a result or is found by the one who sets
        /// the result.
        var continuation: UnsafeContinuation<T, any Error>?
        /// Whether the result is held back.
        var isHeld = false

        /// Takes the continuation if it can be resumed now.
        mutating func take() -> (UnsafeContinuation<T, any Error>, Result<T, any Error>)? {
            guard !isHeld, let result, let continuation else { return nil }
            self.continuation = nil
            return (continuation, result)
        }
    }

    private let state = NIOLockedValueBox(State())

    /// Whether there is a result.
    var isOver: Bool { state.withLockedValue { $0.result != nil } }

    /// Sets the result, unless there is one.
    func finish(_ result: Result<T, any Error>) {
        let ready = state.withLockedValue { state in
            state.result = state.result ?? result
            return state.take()
        }
        if let (continuation, result) = ready { continuation.resume(with: result) }
    }

    /// The result, as soon as there is one.
    func result() async throws -> T {
        try await withUnsafeThrowingContinuation { continuation in
            let ready = state.withLockedValue { state in
                state.continuation = continuation
                return state.take()
            }
            if let (continuation, result) = ready { continuation.resume(with: result) }
        }
    }

    /// The result if there is one that is not held back.
    var available: Result<T, any Error>? { state.withLockedValue { $0.isHeld ? nil : $0.result } }
}

extension Race: RaceControl {
    func fail(_ error: any Error) { finish(.failure(error)) }

    func hold() -> Bool {
        state.withLockedValue { state in
            if state.result == nil { state.isHeld = true }
            return state.isHeld
        }
    }

    func release() {
        let ready = state.withLockedValue { state in
            state.isHeld = false
            return state.take()
        }
        if let (continuation, result) = ready { continuation.resume(with: result) }
    }
}

/// What a race can be told without knowing what it is about.
protocol RaceControl: Sendable {
    /// Ends the race by an error, unless it is over.
    func fail(_ error: any Error)
    /// Holds back the result until it is released; returns `false` if the race is over.
    func hold() -> Bool
    func release()
}
