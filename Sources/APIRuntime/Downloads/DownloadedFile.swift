/// A file that was downloaded.
public struct DownloadedFile: Sendable, Hashable {
    /// The path, as it was passed.
    public let path: String
    /// Size of the file in bytes.
    public let size: Int
    /// Number of bytes that an earlier call left behind and this call did not download again, or 0.
    public let resumedFrom: Int
    /// The response with which the file began.
    ///
    /// If the file was resumed from an earlier call, only the headers for type, size, name and validators are kept.
    public let response: DownloadResponse
    /// Number of requests for the file or its rest. Each one after the first followed a failure.
    public let attempts: Int

    /// The media type, such as `text/csv; charset=utf-8`.
    public var contentType: String? { response.contentType }
}
