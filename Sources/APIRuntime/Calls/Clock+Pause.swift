extension Clock<Duration> {
    /// Sleeps, at most a year, so that no sum with the present overflows; throws `CancellationError` at once when cancelled.
    func pause(for duration: Duration, tolerance: Duration? = nil) async throws {
        try Task.checkCancellation()
        guard duration > .zero else { return }
        do {
            try await sleep(for: min(duration, .seconds(31_536_000)), tolerance: tolerance)
        } catch {
            throw CancellationError()
        }
    }
}
