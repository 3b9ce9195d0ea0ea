/// An application code as the service answered it; services give names to the values they know.
public struct APIErrorCode: RawRepresentable, Sendable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// The number on the wire.
    public let rawValue: Int

    /// A code with a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// A code with a number.
    public init(integerLiteral number: Int) {
        rawValue = number
    }

    /// The number.
    public var description: String { rawValue.description }
}
