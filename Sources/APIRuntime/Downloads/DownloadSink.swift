/// Where the content of a file goes.
protocol DownloadSink: Sendable {
    /// Whether everything taken can be thrown away and the file begun again.
    var takesBack: Bool { get }
    /// The file begins, or begins again.
    func begin(_ response: DownloadResponse) async throws
    /// Takes the next piece; the one after it is not read before this returns.
    func take(_ piece: [UInt8]) async throws
}
