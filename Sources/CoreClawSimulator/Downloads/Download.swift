import Hummingbird

/// A file, or a part of it, as the answer to a request.
struct Download {
    /// What happens in the middle of a body.
    struct Interruption: Sendable {
        /// After how many bytes; a body that is not longer is spared.
        let count: Int
        /// Throws sooner or later.
        let action: @Sendable () async throws -> Void
    }

    /// Thrown while a body is being written, which closes the connection.
    struct ConnectionCut: Error {}

    /// How much is handed to the socket at once.
    private static let chunkSize = 64 * 1024

    let response: Response

    /// - Throws: ``DownloadFailure`` for a condition that does not hold and for a range behind the end.
    init(
        of file: StoredFile,
        _ request: Request,
        offersRanges: Bool = true,
        interruption: Interruption? = nil
    ) throws(DownloadFailure) {
        if let condition = request.headers[.ifMatch], !Self.matches(condition, file) { throw .precondition }
        var headers: HTTPFields = [
            // Browsers show scripts of other origins no more headers than are named here.
            .accessControlExposeHeaders: "accept-ranges, content-disposition, content-length, content-range, etag",
            .contentDisposition: "attachment; filename=\"\(file.name)\"",
            .contentType: file.contentType,
            .eTag: file.entityTag,
        ]
        if offersRanges { headers[.acceptRanges] = "bytes" }
        // A condition on the range asks for the whole file when the file is no longer the same.
        let isSame = request.headers[.ifRange].map { $0 == file.entityTag } ?? true
        switch ByteRange(offersRanges && isSame ? request.headers[.range] : nil, size: file.size) {
        case .unsatisfiable:
            throw .range(size: file.size)
        case .whole:
            response = Response(status: .ok, headers: headers, body: Self.body(file.bytes, interruption))
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
            let part = file.bytes.getSlice(at: range.lowerBound, length: range.count) ?? ByteBuffer()
            response = Response(status: .partialContent, headers: headers, body: Self.body(part, interruption))
        }
    }

    /// Whether one of the listed tags is the file's, or the list is an asterisk.
    private static func matches(_ condition: String, _ file: StoredFile) -> Bool {
        condition.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.contains { $0 == "*" || $0 == file.entityTag }
    }

    private static func body(_ content: ByteBuffer, _ interruption: Interruption?) -> ResponseBody {
        ResponseBody(contentLength: content.readableBytes) { writer in
            if let interruption, interruption.count < content.readableBytes {
                try await write(content, upTo: max(interruption.count, 0), to: &writer)
                try await interruption.action()
            } else {
                try await write(content, upTo: content.readableBytes, to: &writer)
                try await writer.finish(nil)
            }
        }
    }

    private static func write(_ content: ByteBuffer, upTo count: Int, to writer: inout any ResponseBodyWriter) async throws {
        var content = content.getSlice(at: content.readerIndex, length: count) ?? ByteBuffer()
        while let chunk = content.readSlice(length: min(chunkSize, content.readableBytes)), chunk.readableBytes > 0 {
            try await writer.write(chunk)
        }
    }
}
