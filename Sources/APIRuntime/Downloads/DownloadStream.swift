/// Where a download goes that somebody reads chunk by chunk.
///
/// It has the sending end alone, so that a reader who lets go of the receiving end ends the transfer.
struct DownloadStream: DownloadSink {
    enum Event: Sendable {
        case response(DownloadResponse)
        case bytes([UInt8])
    }

    let sending: AsyncThrowingStream<Event, any Error>.Continuation
    let demand: Demand

    var takesBack: Bool { false }

    func begin(_ response: DownloadResponse) {
        sending.yield(.response(response))
    }

    func take(_ piece: [UInt8]) async throws {
        sending.yield(.bytes(piece))
        try await demand.next()
    }

    /// Runs a transfer into this stream, until it ends or nobody reads it any more.
    func run(_ transfer: DownloadTransfer) {
        let task = Task {
            do {
                _ = try await transfer.run()
                sending.finish()
            } catch {
                sending.finish(throwing: error)
            }
        }
        sending.onTermination = { _ in
            task.cancel()
            Task { await demand.end() }
        }
    }
}
