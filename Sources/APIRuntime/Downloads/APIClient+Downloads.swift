#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension APIClient {
    /// Asks for the file a link leads to, and returns once its size and type are known; the content follows as it is read.
    ///
    ///     let download = try await client.download(link)
    ///     for try await chunk in download { count += chunk.count }
    ///
    /// Links of this kind are temporary and often on another host, so that no credential, no cookie and none of the client's
    /// additional headers is sent, wherever the link leads. Redirects are followed. Plain http is refused except on loopback
    /// and where ``ClientConfiguration/allowsInsecureDownloads`` says otherwise. The query of a link, which may be a signature,
    /// appears in no error, log line, metric or span, nor do the long segments of its path.
    ///
    /// A connection that breaks is made again as often as the client's retry policy says, and the file resumed where it broke,
    /// if the server can and has the same file still; otherwise an ``APIError`` of the kind `interrupted` is thrown. A file
    /// shorter or longer than announced is an error, too. The file is asked for uncompressed. Where the server compresses it
    /// all the same (`Content-Encoding: gzip` or `deflate`), the chunks are what was compressed, its size is not known
    /// beforehand, and it is not resumed.
    ///
    /// Throws an ``APIError``, or `CancellationError` as soon as the task is cancelled. Of the configuration's limits
    /// ``ClientConfiguration/idleTimeout`` bounds the silence between two chunks and
    /// ``ClientConfiguration/maximumDownloadSize`` the size.
    public func download(_ url: URL) async throws -> Download {
        try await Download(url, of: Self.service, configuration: configuration)
    }

    /// Saves the file a link leads to at a path, as ``download(_:)`` reads it, and tells what was written.
    ///
    ///     try await client.download(link, to: "places.csv")
    ///
    /// The content is written beside the path under a hidden name and moved into place once it is complete, so that the path
    /// never leads to half a file and a file that is there stays until it is replaced; a failed or cancelled download leaves
    /// nothing behind. What cannot be resumed is begun again. The folder has to exist, and so has what a symbolic link leads to.
    /// A file that is replaced passes its permissions on, a new one gets those of any new file.
    ///
    /// Throws an ``APIError``, of the kind `file` where the file cannot be written, or is there and not to be replaced.
    @discardableResult
    public func download(_ url: URL, to path: String, replacing: Bool = true) async throws -> DownloadedFile {
        let file = FileReplacement(of: path, replacing: replacing)
        let transfer = try DownloadTransfer(url, of: Self.service, configuration: configuration, into: file)
        var attempts = 0
        do {
            try await file.create(name: configuration.randomness)
            attempts = try await transfer.run()
            try Task.checkCancellation()
            try await file.commit()
            return try await transfer.progress.file(at: path, attempts: attempts)
        } catch {
            await file.discard()
            guard var error = transfer.error(for: error) as? APIError else { throw CancellationError() }
            error.attempts = max(error.attempts, attempts)
            if error.kind == .file { error.isCertainlyNotSent = error.attempts == 0 }
            throw error
        }
    }

    /// Saves the file a link leads to at a file URL, by the same rules as at a path.
    @discardableResult
    public func download(_ url: URL, to file: URL, replacing: Bool = true) async throws -> DownloadedFile {
        guard file.isFileURL else {
            throw APIError(kind: .invalidArgument, operation: DownloadTransfer.operation, message: "The target is no file URL")
        }
        return try await download(url, to: file.path(percentEncoded: false), replacing: replacing)
    }
}
