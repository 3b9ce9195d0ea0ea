/// How far a download to a file has come.
public struct DownloadProgress: Sendable, Hashable {
    /// Number of bytes of the file that are there, those of an earlier call included.
    public let received: Int
    /// Size of the file in bytes, or nil if the server does not tell it.
    public let total: Int?

    /// Creates a progress, for tests of code that shows one.
    public init(received: Int, total: Int?) {
        self.received = received
        self.total = total
    }

    /// The part of the file that is there, from 0 to 1, or nil if its size is unknown.
    public var fraction: Double? {
        total.map { $0 > 0 ? min(1, Double(received) / Double($0)) : 1 }
    }
}
