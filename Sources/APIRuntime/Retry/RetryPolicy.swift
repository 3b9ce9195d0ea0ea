/// How often a failed request is retried, and how long the pauses are.
public struct RetryPolicy: Sendable, Hashable {
    /// Maximum number of attempts, including the first. Waiting for capacity and renewing a credential do not count.
    public var maximumAttempts = 4
    /// Longest pause before the first retry. It doubles with each further retry.
    public var baseDelay: Duration = .milliseconds(500)
    /// Longest pause before any retry for which the service sets no time.
    public var maximumDelay: Duration = .seconds(20)
    /// Longest time that the service may set with `Retry-After`.
    ///
    /// If it sets a longer one, the call fails at once, and ``APIError/retryAfter`` has the time. A shorter one is followed by a
    /// random pause, so that clients that were rejected together do not return together.
    public var maximumRetryAfter: Duration = .seconds(60)

    /// Creates the default policy.
    public init() {}

    /// No retries.
    public static var none: RetryPolicy {
        var policy = RetryPolicy()
        policy.maximumAttempts = 1
        return policy
    }

    /// The pause before a retry: random, at most the doubled base ("full jitter"), after the time that the service set.
    ///
    /// Returns `nil` if that time is longer than allowed.
    func pause(beforeRetry number: Int, retryAfter: Duration?, randomness: UInt64) -> Duration? {
        let jitter = jitter(beforeRetry: number, randomness: randomness)
        guard let retryAfter else { return jitter }
        guard retryAfter <= maximumRetryAfter else { return nil }
        return max(.zero, retryAfter) + jitter
    }

    private func jitter(beforeRetry number: Int, randomness: UInt64) -> Duration {
        let bound = min(max(.zero, maximumDelay), .seconds(31_536_000))
        var ceiling = min(max(.zero, baseDelay), bound)
        for _ in 1..<max(2, min(number, 64)) where number > 1 {
            // Halving the bound instead of doubling the pause cannot overflow.
            ceiling = ceiling > bound / 2 ? bound : ceiling * 2
        }
        let fraction = Double(randomness >> 11) / Double(UInt64(1) << 53)
        return ceiling * fraction
    }
}
