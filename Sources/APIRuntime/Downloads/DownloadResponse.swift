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
        // Of several codings the transport looks at the first alone.
        switch headers[.contentEncoding]?.split(separator: ",").first?.filter({ $0 != " " && $0 != "\t" }).lowercased() {
        case "gzip", "deflate": true
        default: false
        }
    }

    /// What is equal only for the same bytes: an entity tag that is not weak or, where there is none, a time of the last change
    /// so long before the answer that no other change can have followed within the same second.
    var validator: String? {
        if let tag = headers[.eTag] { return tag.utf8.first == UInt8(ascii: "\"") ? tag : nil }
        guard let text = headers[.lastModified], let change = HTTPDate.date(text),
            let answer = headers[.date].flatMap(HTTPDate.date), answer.timeIntervalSince(change) >= 60
        else { return nil }
        return text
    }

    /// Whether the rest of the file may be asked for.
    var isResumable: Bool {
        validator != nil && !isDecompressed && headers[.acceptRanges]?.lowercased() != "none"
    }

    /// Whether an answer about the rest of the file is about this file: an entity tag has to be there again, a time need not be.
    func isContinued(by rest: DownloadResponse) -> Bool {
        guard rest.headers[.eTag] == headers[.eTag] else { return false }
        return headers[.eTag] != nil || (rest.headers[.lastModified] ?? headers[.lastModified]) == headers[.lastModified]
    }

    /// Whether another answer is about the same bytes, as far as servers tell.
    func isSameFile(as other: DownloadResponse) -> Bool {
        validator == other.validator && contentLength == other.contentLength && isDecompressed == other.isDecompressed
    }
}
