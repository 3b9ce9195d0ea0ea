/// What was waited for was not final when time was up.
public struct WaiterTimeoutError<Output: Sendable>: Error, CustomStringConvertible {
    /// The operation that was polled.
    public let operation: String
    /// How long was waited.
    public let timeout: Duration
    /// The state last seen, in the service's word; nil where there was no answer at all.
    public let lastState: String?
    /// The answer last seen.
    public let last: Output?

    /// The operation, the time and the state last seen.
    public var description: String {
        "\(operation): not final within \(timeout); " + (lastState.map { "the last state was '\($0)'" } ?? "no state was seen")
    }
}
