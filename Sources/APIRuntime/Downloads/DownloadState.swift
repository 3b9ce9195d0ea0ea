/// How far a download has come, over all its attempts.
actor DownloadState {
    /// What becomes of the next piece.
    enum Admission: Sendable {
        case accepted
        case longerThanAnnounced
        case tooLarge(maximum: Int)
    }

    /// What the server told of the file when it began to send it.
    private(set) var response: DownloadResponse?
    /// Number of bytes that have been taken.
    private(set) var received = 0
    /// Number of those bytes that an earlier download left behind.
    private(set) var restored = 0
    /// Number of times that bytes were thrown away because the file had to be begun again.
    private(set) var restarts = 0
    private var total: Int?
    /// The offset behind the last byte of the present response, if known.
    private var end: Int?
    /// The offset at which the present attempt began, or nil if it threw bytes away.
    private var start: Int? = 0
    /// Whether the server sent more than it announced, so that nothing it sent is worth keeping.
    private var isDoubtful = false
    private var reporter: ProgressReporter?

    init(reporter: ProgressReporter? = nil) {
        self.reporter = reporter
    }

    /// How many bytes of the file are still to come, if known.
    var missing: Int? { total.map { $0 - received } }

    /// The point from which the rest can be requested, or nil if the file can only be begun again.
    var resumption: (offset: Int, validator: String)? {
        guard !isDoubtful, received > 0, let response, response.isResumable else { return nil }
        guard let validator = response.validator else { return nil }
        return (received, validator)
    }

    /// Whether the present attempt brought bytes that the next one need not request.
    var hasAdvanced: Bool {
        guard let start else { return false }
        return received > start && resumption != nil
    }

    /// Goes on from what an earlier download left behind.
    func restore(_ response: DownloadResponse, received count: Int) {
        self.response = response
        received = count
        restored = count
        total = response.contentLength
    }

    func beginAttempt() {
        start = received
    }

    /// The file begins, or begins again.
    func begin(_ response: DownloadResponse) {
        if received > 0 {
            restarts += 1
            start = nil
        }
        self.response = response
        received = 0
        restored = 0
        total = response.contentLength
        end = total
        report(isDue: true)
    }

    /// Whether a part continues the file where it broke, and tells its size.
    func accepts(_ part: DownloadResponse) -> Bool {
        guard let response, response.isContinued(by: part), !part.isDecompressed else { return false }
        guard let range = part.headers[.contentRange].flatMap(ContentRange.init), range.start == received else { return false }
        guard let whole = range.total ?? total, total ?? whole == whole, range.end < whole else { return false }
        total = whole
        end = range.end + 1
        report(isDue: true)
        return true
    }

    /// Whether a refusal of the rest says that there is none: every byte of the same file has come.
    func isComplete(by refusal: DownloadResponse) -> Bool {
        guard let response, response.isContinued(by: refusal), total == nil else { return false }
        return refusal.headers[.contentRange] == "bytes */\(received)"
    }

    /// Counts a piece, unless it is one too many.
    func admit(_ count: Int, maximum: Int?) -> Admission {
        if let end, count > end - received {
            isDoubtful = true
            return .longerThanAnnounced
        }
        if let maximum, count > maximum - received { return .tooLarge(maximum: maximum) }
        received += count
        return .accepted
    }

    /// Tells whoever wants to know, if a report is due.
    func report(isDue: Bool = false) {
        reporter?.report(DownloadProgress(received: received, total: total), isDue: isDue)
    }

    func file(at path: String, attempts: Int) throws -> DownloadedFile {
        guard let response else { throw CancellationError() }
        return DownloadedFile(path: path, size: received, resumedFrom: restored, response: response, attempts: attempts)
    }
}
