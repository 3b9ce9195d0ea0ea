extension RunStart {
    /// Passes the start on if its call waited for the run and the run succeeded.
    ///
    /// A run that takes longer than the service waits is still at work: wait for it with `runs.waitUntilFinished`.
    ///
    /// - Throws: ``/APIRuntime/UnsuccessfulStateError`` for every other state, also where none was answered.
    @discardableResult
    public func requireSucceeded() throws -> RunStart {
        guard status == .succeeded || status == .completed else {
            throw UnsuccessfulStateError(operation: "run \(id)", state: status?.rawValue ?? "unknown", output: self)
        }
        return self
    }
}
