import APIRuntime
import Testing

/// The ``APIError`` that `work` throws.
func apiError(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ work: () async throws -> some Any
) async -> APIError? {
    do {
        _ = try await work()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
        return nil
    } catch let error as APIError {
        Canary.check(error: error, at: sourceLocation)
        return error
    } catch {
        Issue.record("another error was thrown: \(error)", sourceLocation: sourceLocation)
        return nil
    }
}

/// Waits until a condition holds; only what has gone wrong takes the minute after which it gives up.
func eventually(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () -> Bool
) async throws {
    for _ in 0..<12_000 {
        if condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("the condition never held", sourceLocation: sourceLocation)
}

/// Waits until a condition about an actor holds.
func waitUntil(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async -> Bool
) async throws {
    for _ in 0..<12_000 {
        if await condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("the condition never held", sourceLocation: sourceLocation)
}
