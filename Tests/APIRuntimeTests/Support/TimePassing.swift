/// Lets the time pass on a clock, a second at a time, while something is done.
func withTimePassing<T: Sendable>(on clock: TestClock, _ work: () async throws -> T) async rethrows -> T {
    let passing = Task {
        while !Task.isCancelled {
            clock.advance(by: .seconds(1))
            try? await Task.sleep(for: .milliseconds(1))
        }
    }
    defer { passing.cancel() }
    return try await work()
}
