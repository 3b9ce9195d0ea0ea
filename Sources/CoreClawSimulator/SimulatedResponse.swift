/// The answer of a simulator to a request that took no socket.
public struct SimulatedResponse: Sendable, Hashable {
    /// The HTTP status.
    public let status: Int
    /// The headers, by name in lower case; several of one name are joined with commas.
    public let headers: [String: String]
    /// The body as far as it was sent.
    public let body: [UInt8]
    /// Whether the body came to its end; false where a socket would have been cut or left waiting.
    public let isComplete: Bool

    /// The body as text; bytes that are no UTF-8 become U+FFFD.
    public var text: String { String(decoding: body, as: UTF8.self) }
}
