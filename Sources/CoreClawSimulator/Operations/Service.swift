/// The parts of a simulator that operations work on.
struct Service: Sendable {
    let options: SimulatorOptions
    let account: Account
    let downloads: DownloadServer

    var clock: SimulatedClock { options.clock }

    /// Lets an operation answer, and lets those know who wait for what it may have changed.
    func answer(_ call: OperationCall, _ entry: RouteTable.Entry) async throws -> JSON? {
        let data = try await entry.handler.answer(call)
        if entry.route.method != "GET" {
            await account.tellNews()
            await clock.announceChange()
        }
        return data
    }
}
