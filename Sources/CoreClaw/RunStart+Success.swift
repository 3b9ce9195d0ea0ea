extension RunStart {
    /// Returns the start if its call waited for the run and the run succeeded.
    ///
    /// A run that takes longer than the service waits is still running. Wait for it with `runs.waitUntilFinished`.
    ///
    /// - Throws: ``/APIRuntime/UnsuccessfulStateError`` for every other state, and if the response contains no state.
    @discardableResult
    public func requireSucceeded() throws -> RunStart {
        guard status == .succeeded || status == .completed else {
            throw UnsuccessfulStateError(operation: "run \(id)", state: status?.rawValue ?? "unknown", output: self)
        }
        return self
    }
}
