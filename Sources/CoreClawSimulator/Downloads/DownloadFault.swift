/// Something that goes wrong with a download on request; see ``Simulator/fail(download:times:)``.
///
/// ```swift
/// try await simulator.fail(download: .cut(afterBytes: 1000))
/// ```
public enum DownloadFault: Sendable, Hashable {
    /// The announced length, but only so many bytes of the body, then the end of the connection.
    ///
    /// A body that is not longer arrives whole; a negative number counts as 0.
    case cut(afterBytes: Int)

    /// So many bytes of the body, then silence until the simulator stops.
    ///
    /// A body that is not longer arrives whole; a negative number counts as 0.
    case stall(afterBytes: Int)

    /// The whole file under status 200, whatever range was asked for, without `Accept-Ranges`.
    case withoutRanges

    /// Another content under the same link from this request on, with another `ETag`: the file without its first row or line.
    case changedContent

    /// An error document in XML with an HTTP status, 400...599.
    case status(Int)
}

extension DownloadFault {
    func check(times: Int) throws(SimulatorError) {
        guard times > 0 else { throw .invalidFault("\(times) times is less than once") }
        guard case .status(let status) = self, !(400...599).contains(status) else { return }
        throw .invalidFault("status \(status) is not between 400 and 599")
    }
}
