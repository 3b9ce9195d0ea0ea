/// A request as the simulator's file server received it, and how it was answered.
///
/// A link to a file is its own permission, and the file server belongs to somebody else than the service. A client that sends its
/// credentials there has given them away, so a test may ask:
///
/// ```swift
/// #expect(await simulator.downloads.allSatisfy { $0.credentials.isEmpty })
/// ```
public struct ReceivedDownload: Sendable, Hashable {
    /// The request, with every credential masked; it belongs to no operation and its body is not kept.
    public let request: ReceivedRequest
    /// The HTTP status of the answer.
    public let status: Int
    /// The names of the credentials that came along, in lower case: headers, and `token` for the query item. Should be empty.
    public let credentials: [String]
}
