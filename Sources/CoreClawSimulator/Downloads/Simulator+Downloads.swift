extension Simulator {
    /// Lets the next `GET` requests for files, whichever they are, meet a fault, after those that were asked for before.
    ///
    /// Requests that are refused anyway, for an expired link or with a credential, do not count.
    ///
    /// ```swift
    /// try await simulator.fail(download: .cut(afterBytes: 1000))
    /// ```
    ///
    /// - Parameter times: How many downloads meet the fault, 1 or more.
    /// - Throws: ``SimulatorError/invalidFault(_:)``.
    public func fail(download fault: DownloadFault, times: Int = 1) async throws {
        try fault.check(times: times)
        await downloadServer.store.add(fault, times: times)
    }

    /// The requests for files in order of arrival; beyond ten thousand the oldest are forgotten.
    public var downloads: [ReceivedDownload] {
        get async { await downloadServer.store.received }
    }

    /// Forgets the requests for files; the files stay.
    public func clearDownloads() async {
        await downloadServer.store.forgetReceived()
    }
}
