import HTTPTypes

/// What a server tells of a file before its content.
public struct DownloadResponse: Sendable, Hashable {
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The headers.
    public let headers: HTTPFields

    /// The size of the file in bytes, where the server tells; nil for a file it compresses on the way.
    public var contentLength: Int? {
        isDecompressed ? nil : headers[.contentLength].flatMap(Int.init).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The media type, such as `text/csv; charset=utf-8`.
    public var contentType: String? { headers[.contentType] }

    /// The name the server proposes by `Content-Disposition`: a mere name, which leads out of no folder.
    public var suggestedFileName: String? { headers[.contentDisposition].flatMap(ContentDisposition.fileName) }

    /// Whether the content is what the transport made of a compressed body, in which the server's byte positions mean nothing.
    var isDecompressed: Bool {
        switch headers[.contentEncoding]?.lowercased() {
        case "gzip", "deflate": true
        default: false
        }
    }

    /// What is equal only for the same bytes: the entity tag unless it is weak, or else the time of the last change.
    var validator: String? {
        if let tag = headers[.eTag], tag.hasPrefix("\"") { return tag }
        return headers[.lastModified]
    }

    /// Whether the rest of the file may be asked for.
    var isResumable: Bool {
        validator != nil && !isDecompressed && headers[.acceptRanges]?.lowercased() != "none"
    }

    /// Whether another answer is about the same bytes, as far as servers tell.
    func isSameFile(as other: DownloadResponse) -> Bool {
        validator == other.validator && contentLength == other.contentLength && isDecompressed == other.isDecompressed
    }
}
