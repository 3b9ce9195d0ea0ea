/// A callback that the simulator has sent, or has tried to send.
///
/// A test that has no server gives a start a URL that nothing can be sent to, and reads what would have been sent:
///
/// ```swift
/// let input = Input.custom(["keywords": ["coffee"]])
/// _ = try await coreclaw.workers.run("coreclaw/news-collection", input: input, callbackURL: URL(string: "test://inbox"))
/// await simulator.clock.advance(by: .seconds(60))
/// await simulator.callbacksDelivered()
/// let last = try #require(await simulator.callbacks.last)
/// #expect(try RunCallback(json: last.body).status == .succeeded)
/// ```
public struct DeliveredCallback: Sendable, Hashable {
    /// How the last try ended.
    public enum Outcome: Sendable, Hashable {
        /// The receiver answered with an HTTP status; redirects are not followed.
        case answered(status: Int)
        /// No response came, for a reason such as a refused connection or a minute of silence.
        case failed(reason: String)
    }

    /// The run that the callback tells of.
    public let runID: String
    /// Where it was sent, as the client gave it.
    public let url: String
    /// The JSON that was sent, in UTF-8.
    public let body: [UInt8]
    /// How often it was sent, 1...3; 0 for an address that nothing can, or may, be sent to.
    public let tries: Int
    /// How the last try ended.
    public let outcome: Outcome

    /// Whether the receiver took it, with a status of 200...299.
    public var isAccepted: Bool {
        guard case .answered(let status) = outcome else { return false }
        return (200...299).contains(status)
    }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
}
