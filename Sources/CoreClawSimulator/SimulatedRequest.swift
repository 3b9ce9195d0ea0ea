/// A request to a simulator that takes no socket; see ``Simulator/respond(to:)``.
///
/// ```swift
/// let response = await simulator.respond(to: SimulatedRequest(path: "/api/v2/store?limit=1"))
/// #expect(response.status == 200)
/// ```
public struct SimulatedRequest: Sendable, Hashable {
    /// The HTTP method in capitals.
    public var method: String
    /// The path, with the query behind a question mark, percent-encoded.
    public var path: String
    /// The headers by name.
    public var headers: [String: String]
    /// The body, empty for none.
    public var body: [UInt8]

    /// A request with no headers and no body unless given.
    public init(method: String = "GET", path: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }
}
