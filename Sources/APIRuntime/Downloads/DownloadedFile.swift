/// A file that was downloaded.
public struct DownloadedFile: Sendable, Hashable {
    /// The path, as it was passed.
    public let path: String
    /// Size of the file in bytes.
    public let size: Int
    /// Number of bytes that an earlier call had left behind and that were not downloaded again, or 0.
    public let resumedFrom: Int
    /// What the server told of the file when it began to send it.
    ///
    /// After a resumption of what an earlier call had left behind, these are the headers that were kept: type, size, name, validators.
    public let response: DownloadResponse
    /// Number of requests for the file or its rest; each after the first followed a failure.
    public let attempts: Int

    /// The media type, such as `text/csv; charset=utf-8`.
    public var contentType: String? { response.contentType }
}
