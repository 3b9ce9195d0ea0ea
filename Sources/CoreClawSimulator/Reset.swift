/// The way back to the beginning, without a restart.
struct Reset: Sendable {
    let account: Account
    let clock: SimulatedClock
    let faults: FaultPlan
    let log: RequestLog
    let downloads: DownloadStore

    func perform() async {
        await account.reset(at: clock.seconds)
        // What was being told until now is given up, in its turn.
        await account.tellNews()
        await faults.removeAll()
        await log.removeAll()
        await downloads.removeAll()
        // Whoever waits for a run that is no longer there looks again.
        await clock.announceChange()
    }
}
