extension APIClient {
    /// Performs work that starts something and waits for its end, within ``ClientConfiguration/maximumConcurrentStarts``.
    ///
    /// At most that many calls of this method perform their work at the same time; the others wait, first come, first served. All
    /// clients with the same transport, origin and credential count together. Do not nest calls: the inner one could wait for the
    /// outer one.
    ///
    /// - Parameters:
    ///   - timeout: Longest wait for the turn, or `nil` for no limit. The limit does not apply to the work.
    ///   - isolation: Actor that the work runs on. Defaults to the caller's.
    ///   - work: Starts something with the client and returns when it has ended.
    /// - Returns: What the work returns.
    /// - Throws: What the work throws; an ``APIError`` of kind ``APIError/Kind/timeout`` if the turn does not come in time;
    ///   `CancellationError` if the task is cancelled while it waits. The next in line then takes its turn.
    public func limitingStarts<Result>(
        timeout: Duration? = nil,
        isolation: isolated (any Actor)? = #isolation,
        _ work: (Self) async throws -> Result
    ) async throws -> Result {
        guard let limit = configuration.maximumConcurrentStarts else { return try await work(self) }
        let origin: Origin
        do throws(ParameterError) {
            origin = try BaseURL(service: Self.service, configuration: configuration).origin
        } catch {
            throw APIError(kind: .invalidArgument, operation: "limitingStarts", message: error.message)
        }
        let account = CapacityLine.Account(origin: origin, credential: configuration.credential.identity)
        let queue = configuration.shared.starts.queue(of: account)
        let place = queue.join(limit: limit)
        defer { place.leave() }
        do {
            let limit = TimeLimit(total: timeout, scheduler: configuration.deadlines)
            try await limit.run { _ in try await place.wait() }
        } catch let expiry as TimeLimit.Expiry {
            let text = "The turn did not come within \(timeout ?? .zero): \(limit) starts were in progress"
            var error = APIError(kind: .timeout, operation: "limitingStarts", message: text, underlying: expiry)
            error.isCertainlyNotSent = true
            throw error
        }
        return try await work(self)
    }
}
