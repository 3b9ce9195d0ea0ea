/// What sets one pool of connections apart from another.
struct PoolPurpose: Hashable, Sendable {
    let connectTimeout: Duration
    /// Whether the pool is for other origins than the service's, where that makes a difference.
    let isOtherOrigin: Bool
    /// Whether the pool is for long calls and downloads, which must not take the connections of short ones.
    let isLongRunning: Bool
    /// The largest decompressed body in bytes, or `nil` for no limit; a power of two, so that there are few pools.
    let maximumInflation: Int?
    let proxy: HTTPProxy?

    init(_ limits: HTTPTransportLimits, distinguishesOrigins: Bool, proxy: HTTPProxy? = nil) {
        connectTimeout = limits.connectTimeout
        isOtherOrigin = limits.isOtherOrigin && distinguishesOrigins
        isLongRunning = limits.isLongRunning
        self.proxy = proxy
        maximumInflation = Self.powerOfTwo(atLeast: limits.maximumBodySize)
    }

    private static func powerOfTwo(atLeast size: Int) -> Int? {
        guard size <= 1 << 40 else { return nil }
        var power = 1 << 16
        while power < size { power *= 2 }
        return power
    }

    /// Whether a pool for this purpose can serve another, apart from how long its connections may take to be made.
    func serves(_ other: PoolPurpose) -> Bool {
        isOtherOrigin == other.isOtherOrigin && isLongRunning == other.isLongRunning
            && maximumInflation == other.maximumInflation && proxy == other.proxy
    }
}
