/// How often and with which pauses a failed request is sent again.
public struct RetryPolicy: Sendable, Hashable {
    /// How often a request is sent at most, the first time included; waiting for capacity does not count.
    public var maximumAttempts = 4
    /// The longest pause before the first retry; it doubles with every further one.
    public var baseDelay: Duration = .milliseconds(500)
    /// The longest pause of all.
    public var maximumDelay: Duration = .seconds(20)
    /// The longest pause the service may ask for by `Retry-After`; a longer one is cut to this.
    public var maximumRetryAfter: Duration = .seconds(60)

    /// The defaults.
    public init() {}

    /// No retries.
    public static var none: RetryPolicy {
        var policy = RetryPolicy()
        policy.maximumAttempts = 1
        return policy
    }

    /// The pause before a retry: anything from nothing to the doubled base ("full jitter"), or what the service asked for.
    func pause(beforeRetry number: Int, retryAfter: Duration?, randomness: UInt64) -> Duration {
        if let retryAfter { return max(.zero, min(retryAfter, maximumRetryAfter)) }
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
