/// The error of a wait that did not reach a final state within its time limit.
public struct WaiterTimeoutError<Output: Sendable>: Error, CustomStringConvertible {
    /// The operation that was polled.
    public let operation: String
    /// The time limit of the wait.
    public let timeout: Duration
    /// The last state, as the service names it, or `nil` if no poll succeeded.
    public let lastState: String?
    /// The last response, or `nil` if no poll succeeded.
    public let last: Output?
    /// The failure of the last poll, or `nil` if it succeeded.
    public let lastFailure: APIError?

    /// The operation, the time limit, the last state, and the last failure.
    public var description: String {
        let state = lastState.map { "The last state was '\($0)'." } ?? "No state was received."
        let failure = lastFailure.map { " The last poll failed: \($0)" } ?? ""
        return "\(operation) did not reach a final state within \(timeout). \(state)\(failure)"
    }
}
