import Foundation

/// Everything the simulated account owns, and what becomes of it in the course of time.
///
/// Nothing happens behind the account's back: whoever asks for something says what time it is, and all that was due before then
/// happens first, in its order.
actor Account {
    /// Bytes, as older answers report them.
    static let traffic: Int64 = 178_194_757_135

    let options: SimulatorOptions
    let callbacks: CallbackSender

    var workers: [Worker] = []
    /// Oldest first.
    var runs: [Run] = []
    /// The position of each run, by identifier.
    var runPositions: [String: Int] = [:]
    /// The runs that are `running`; those that are only `ready` do not count for the plan limit.
    var runningRuns: Set<String> = []
    /// Oldest first.
    var tasks: [WorkerTask] = []
    /// Oldest first.
    var queue: [QueueItem] = []
    /// What is left to spend, USD.
    var balance: Decimal
    /// What the runs that have not stopped will cost at the most, USD.
    var reserved: Decimal = 0
    /// Until when, Unix seconds.
    let balanceExpiresAt: Int64
    var identifiers = IdentifierSequence()
    var lastQueueRef: Int64 = 200_000
    var agenda = Agenda()
    /// What the receivers of callbacks are still to be told.
    var news: [RunNews] = []
    var telling: Task<Void, Never>?
    /// The latest moment that anybody has spoken of, Unix seconds.
    var now: Int64

    /// An account with nothing in it.
    init(_ options: SimulatorOptions, callbacks: CallbackSender) {
        self.options = options
        self.callbacks = callbacks
        balance = options.balance
        now = options.clock.start
        balanceExpiresAt = now + 90 * 86400
    }
}
