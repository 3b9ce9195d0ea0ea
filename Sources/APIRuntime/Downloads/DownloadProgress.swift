/// How far a download has come, over all its attempts.
actor DownloadProgress {
    /// What the server told of the file when it began to send it.
    private(set) var response: DownloadResponse?
    /// How many bytes have been taken.
    private(set) var received = 0
    private var total: Int?

    /// How many bytes are still to come, where that is known.
    var missing: Int? { total.map { $0 - received } }

    /// The point from which the rest may be asked for, or nil where the file can only be begun again.
    var resumption: (offset: Int, validator: String)? {
        guard received > 0, let response, response.isResumable, let validator = response.validator else { return nil }
        return (received, validator)
    }

    func begin(_ response: DownloadResponse) {
        self.response = response
        received = 0
        total = response.contentLength
    }

    /// Whether a part continues the file where it broke; a total it tells is then known.
    func accepts(_ part: DownloadResponse, range: ContentRange?) -> Bool {
        guard let response, let range, range.start == received, !part.isDecompressed else { return false }
        guard part.validator == nil || part.validator == response.validator else { return false }
        guard let whole = range.total else { return true }
        guard total ?? whole == whole else { return false }
        total = whole
        return true
    }

    func advance(by count: Int) {
        received += count
    }

    func file(at path: String, attempts: Int) throws -> DownloadedFile {
        guard let response else { throw CancellationError() }
        return DownloadedFile(path: path, size: received, response: response, attempts: attempts)
    }
}
