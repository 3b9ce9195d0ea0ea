/// Bounds a piece of work in time: as a whole, and in the silence between two signs of life.
///
/// A limit holds whether or not the work reacts to being cancelled. So does the cancellation of the caller: `run` returns at
/// once, and work that does not end is left behind with its result ignored.
struct TimeLimit: Sendable {
    /// The limit that passed.
    enum Expiry: Error, Sendable, Hashable {
        case limit
        case idle
        /// A wait for one of so many connections; whether an answer came before it, such as a redirect.
        case pool(connections: Int, waited: Duration, hasAnswer: Bool)
    }

    /// The work was cancelled after a request may have left this machine.
    struct CancelledWhileSending: Error {}

    /// The limit of the work without its waits for a connection.
    var attempt: Duration?
    /// The limit of the work with its waits for a connection.
    var total: Duration?
    /// The limit of the silence between two signs of life.
    var idle: Duration?
    /// The limit of a wait for a connection.
    var pool: Duration?
    let scheduler: DeadlineScheduler

    /// Runs the work, which reports its signs of life; throws an ``Expiry`` as soon as a limit passes.
    ///
    /// Work that never blocks a thread may start on the caller's, which saves a switch between threads.
    func run<T: Sendable>(
        startingHere: Bool = false,
        _ work: @escaping @Sendable (Activity) async throws -> T
    ) async throws -> T {
        for limit in [attempt, total] { if let limit, limit <= .zero { throw Expiry.limit } }
        let race = Race<T>()
        let activity = Activity(bounded, race)
        return try await withTaskCancellationHandler {
            guard !race.isOver else { throw CancellationError() }
            let task = Task.start(here: startingHere) {
                do { race.finish(.success(try await work(activity))) } catch { race.finish(.failure(error)) }
            }
            if case .success(let result) = race.available { return result }
            activity.watch()
            defer { activity.end() }
            do {
                return try await race.result()
            } catch {
                task.cancel()
                if activity.abandon(), error is CancellationError { throw CancelledWhileSending() }
                throw error
            }
        } onCancel: {
            race.fail(CancellationError())
        }
    }

    /// Whether there is a limit at all.
    var isFinite: Bool { attempt != nil || total != nil || idle != nil || pool != nil }

    /// At most a year each, so that no sum with the present overflows.
    private var bounded: TimeLimit {
        func bounded(_ limit: Duration?) -> Duration? { limit.map { min($0, .seconds(31_536_000)) } }
        var copy = self
        copy.attempt = bounded(attempt)
        copy.total = bounded(total)
        copy.idle = bounded(idle)
        copy.pool = bounded(pool)
        return copy
    }
}

extension Task where Success == Void, Failure == Never {
    /// A task that runs on the caller's thread until it waits for the first time, if that is wanted and can be had.
    fileprivate static func start(here: Bool, _ work: @escaping @Sendable () async -> Void) -> Task {
        #if compiler(>=6.2)
        if here, #available(macOS 26, iOS 26, watchOS 26, tvOS 26, visionOS 26, *) { return .immediate(operation: work) }
        #endif
        return Task(operation: work)
    }
}
