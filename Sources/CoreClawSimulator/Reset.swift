/// The way back to the beginning, without a restart.
struct Reset: Sendable {
    let account: Account
    let clock: SimulatedClock
    let faults: FaultPlan
    let log: RequestLog
    let downloads: DownloadStore
    let callbacks: CallbackOutbox

    func perform() async {
        await account.reset(at: clock.seconds)
        await faults.removeAll()
        await downloads.removeFaults()
        await log.removeAll()
        await downloads.forgetReceived()
        await callbacks.forgetDelivered()
        // Whoever waits for a run that is no longer there looks again.
        await clock.announceChange()
    }
}
