/// A file that was downloaded.
public struct DownloadedFile: Sendable, Hashable {
    /// Where it is, as it was asked for.
    public let path: String
    /// How many bytes were written.
    public let size: Int
    /// What the server told of it.
    public let response: DownloadResponse
    /// How often it was asked for, each time after a failure.
    public let attempts: Int

    /// The media type, such as `text/csv; charset=utf-8`.
    public var contentType: String? { response.contentType }
}
