/// Why a value cannot be sent as a parameter.
public struct ParameterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The reason, without the value.
    public let message: String

    /// A reason.
    public init(_ message: String) {
        self.message = message
    }

    /// The reason.
    public var description: String { message }
}
