extension SimulatorOptions {
    /// Whether an `Origin` header names a page that is neither of this machine nor of ``allowedOrigins``; without one there is no
    /// page.
    func isForeign(_ origin: String?) -> Bool {
        guard let origin = origin?.lowercased() else { return false }
        return !Loopback.contains(origin: origin) && !allowedOrigins.contains { $0.lowercased() == origin }
    }
}
