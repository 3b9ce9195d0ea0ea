/// How far a download to a file has come.
public struct DownloadProgress: Sendable, Hashable {
    /// Number of bytes received, including those of an earlier call that was resumed.
    public let received: Int
    /// Size of the file in bytes, or nil if the server does not send it.
    public let total: Int?

    /// Creates a progress, for tests of code that displays one.
    public init(received: Int, total: Int?) {
        self.received = received
        self.total = total
    }

    /// Received part of the file, from 0 to 1, or nil if the size is unknown.
    public var fraction: Double? {
        total.map { $0 > 0 ? min(1, Double(received) / Double($0)) : 1 }
    }
}
