/// Lets an account live while nobody asks it for anything: schedules start runs, and callbacks are sent.
final class Ticker: Sendable {
    private let clock: SimulatedClock
    private let observer: Int
    private let loop: Task<Void, Never>

    init(_ account: Account, _ clock: SimulatedClock) async {
        self.clock = clock
        observer = await clock.addObserver { [weak account] in
            await account?.settle(at: clock.seconds)
            await account?.tellNews()
        }
        loop = Task {
            while !Task.isCancelled {
                let changes = await clock.changeCount
                await account.settle(at: clock.seconds)
                await account.tellNews()
                await clock.pause(until: account.nextEventTime, since: changes)
            }
        }
    }

    deinit {
        loop.cancel()
        // The clock may outlive the simulator, and others may share it.
        Task { [clock, observer] in await clock.removeObserver(observer) }
    }

    /// Returns once nothing happens by itself any more.
    func stop() async {
        await clock.removeObserver(observer)
        loop.cancel()
        await loop.value
    }
}
