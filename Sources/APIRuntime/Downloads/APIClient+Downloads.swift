#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension APIClient {
    /// Requests the file a link leads to, and returns once its size and type are known; the content follows as it is read.
    ///
    ///     let download = try await client.download(link)
    ///     for try await chunk in download { count += chunk.count }
    ///
    /// Links of this kind are temporary and often lead to another host. No credential, no cookie and none of the client's
    /// additional headers is sent, wherever the link leads. Redirects are followed. Plain http is refused except on loopback
    /// and where ``ClientConfiguration/allowsInsecureDownloads`` says otherwise. The query of a link, which may be a signature,
    /// appears in no error, log line, metric or span, nor do the long segments of its path.
    ///
    /// A connection that breaks is made again, and the file is resumed where it broke if the server supports ranges and still has the
    /// same file. Otherwise an ``APIError`` of the kind `interrupted` is thrown. Each attempt that brings more of the file resets the count
    /// of attempts, which ``RetryPolicy/maximumAttempts`` bounds.
    ///
    /// A file shorter or longer than announced is an error. The file is requested uncompressed. If the server compresses it
    /// all the same (`Content-Encoding: gzip` or `deflate`), the chunks are the decompressed content, its size is not known
    /// beforehand, and it is not resumed.
    ///
    /// Throws an ``APIError``, or `CancellationError` as soon as the task is cancelled. Of the configuration's limits
    /// ``ClientConfiguration/idleTimeout`` bounds the silence between two chunks and
    /// ``ClientConfiguration/maximumDownloadSize`` the size.
    public func download(_ url: URL) async throws -> Download {
        try await Download(url, of: Self.service, configuration: configuration)
    }

    /// Saves the file a link leads to at a path.
    ///
    ///     try await client.download(link, to: "places.csv", resuming: true) { print($0.received, "of", $0.total ?? 0) }
    ///
    /// The content is transferred as by ``download(_:)``, except that a file that cannot be resumed is begun again.
    ///
    /// It is written beside the path under a hidden name, such as `.places.csv.download-1`, and moved into place once it is complete
    /// and on the disk. The path never leads to half a file, and an existing file stays until it is replaced. The folder must exist, and
    /// so must the file that a symbolic link leads to. A file that replaces another keeps its permissions.
    ///
    /// A failed or cancelled download leaves nothing behind unless `resuming` is true. Then the hidden file stays. A record beside it holds
    /// the file's validator: its `ETag`, or its `Last-Modified` if that is a strong validator. The next call with `resuming` for the same
    /// link and path resumes the file, in another process too. The link may have a new signature. Only a hash of it is written to
    /// disk. The file is begun again if the server has another version by then, supports no ranges or sends no strong validator.
    ///
    /// The next download to the same path removes what a crashed process left behind. It does not touch a file that another download
    /// is writing, in this process or another one.
    ///
    /// - Parameters:
    ///   - url: The link to the file.
    ///   - path: The path at which to save it.
    ///   - replacing: Whether to replace an existing file. If false, an existing file is an error of the kind `file`.
    ///   - resuming: Whether to resume what an earlier call left behind, and to keep what this call has received if it fails or is
    ///     cancelled.
    ///   - onProgress: Called when the file begins or is resumed, then at most ten times a second, and when the file is complete. The
    ///     transfer waits until it returns. ``DownloadProgress/received`` decreases if the file is begun again.
    /// - Returns: The file that was saved.
    /// - Throws: An ``APIError``, of the kind `file` if the file cannot be written or exists and must not be replaced.
    ///   `CancellationError` as soon as the task is cancelled.
    @discardableResult
    public func download(
        _ url: URL,
        to path: String,
        replacing: Bool = true,
        resuming: Bool = false,
        onProgress: (@Sendable (DownloadProgress) -> Void)? = nil
    ) async throws -> DownloadedFile {
        try await FileDownload(
            DownloadTransfer.target(of: url),
            to: path,
            replacing: replacing,
            resuming: resuming,
            of: Self.service,
            configuration: configuration,
            reporter: onProgress.map { ProgressReporter(clock: configuration.clock, tell: $0) }
        ).run()
    }

    /// Saves the file a link leads to at a file URL, by the same rules as at a path.
    @discardableResult
    public func download(
        _ url: URL,
        to file: URL,
        replacing: Bool = true,
        resuming: Bool = false,
        onProgress: (@Sendable (DownloadProgress) -> Void)? = nil
    ) async throws -> DownloadedFile {
        guard file.isFileURL else {
            throw DownloadTransfer.error(.invalidArgument, "The target is no file URL")
        }
        let path = file.path(percentEncoded: false)
        return try await download(url, to: path, replacing: replacing, resuming: resuming, onProgress: onProgress)
    }
}
