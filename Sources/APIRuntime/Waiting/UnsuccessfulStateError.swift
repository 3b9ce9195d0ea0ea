/// What was waited for did not end well, or has not ended.
public struct UnsuccessfulStateError<Output: Sendable>: Error, CustomStringConvertible {
    /// The operation that was polled.
    public let operation: String
    /// The state, in the service's word.
    public let state: String
    /// The answer with that state.
    public let output: Output

    /// Describes a state that is no success.
    public init(operation: String, state: String, output: Output) {
        self.operation = operation
        self.state = state
        self.output = output
    }

    /// The operation and the state.
    public var description: String { "\(operation): the state is '\(state)', which is no success" }
}
