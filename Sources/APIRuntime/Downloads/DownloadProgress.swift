/// How far a download has come, over all its attempts.
actor DownloadProgress {
    /// What the server told of the file when it began to send it.
    private(set) var response: DownloadResponse?
    /// How many bytes have been taken.
    private(set) var received = 0
    private var total: Int?
    /// The offset behind what the present answer holds, where that is known.
    private var end: Int?

    /// How many bytes of the file are still to come, where that is known.
    var missing: Int? { total.map { $0 - received } }
    /// How many bytes of the present answer are still to come, where that is known.
    var announced: Int? { end.map { $0 - received } }

    /// The point from which the rest may be asked for, or nil where the file can only be begun again.
    var resumption: (offset: Int, validator: String)? {
        guard received > 0, let response, response.isResumable, let validator = response.validator else { return nil }
        return (received, validator)
    }

    func begin(_ response: DownloadResponse) {
        self.response = response
        received = 0
        total = response.contentLength
        end = total
    }

    /// Whether a part continues the file where it broke, and tells of how many bytes in all.
    func accepts(_ part: DownloadResponse) -> Bool {
        guard let response, response.isContinued(by: part), !part.isDecompressed else { return false }
        guard let range = part.headers[.contentRange].flatMap(ContentRange.init), range.start == received else { return false }
        guard let whole = range.total ?? total, total ?? whole == whole, range.end < whole else { return false }
        total = whole
        end = range.end + 1
        return true
    }

    /// Whether a refusal of the rest says that there is none: every byte of the same file has come.
    func isComplete(by refusal: DownloadResponse) -> Bool {
        guard let response, response.isContinued(by: refusal), total == nil else { return false }
        return refusal.headers[.contentRange] == "bytes */\(received)"
    }

    func advance(by count: Int) {
        received += count
    }

    func file(at path: String, attempts: Int) throws -> DownloadedFile {
        guard let response else { throw CancellationError() }
        return DownloadedFile(path: path, size: received, response: response, attempts: attempts)
    }
}
