import Foundation

/// How a simulator listens and behaves.
///
/// ```swift
/// let simulator = try await Simulator.start(SimulatorOptions(paging: .rowOffset, clock: .manual()))
/// ```
///
/// Every option can also be changed afterwards, before the simulator starts:
///
/// ```swift
/// var options = SimulatorOptions.older
/// options.balance = 0
/// ```
public struct SimulatorOptions: Sendable {
    /// The port on 127.0.0.1, 0...65535; 0 takes any free one.
    public var port: Int
    /// The keys that are accepted; the first is ``Simulator/apiKey``. Must not be empty.
    public var apiKeys: [String]
    /// Origins such as `https://docs.example.com` whose pages may direct the simulator at ``Simulator/controlURL`` and be called
    /// back, as those of this machine may; a port is part of an origin.
    ///
    /// The service itself answers pages of every origin, as the true one does; see ``CallbackRule`` for what they cannot do.
    /// Whatever the origin, requests for another host than `localhost`, 127.0.0.0/8 and `[::1]` are refused with status 421.
    public var allowedOrigins: [String]
    /// How `offset` is read.
    public var paging: PagingRule
    /// When a run carries `err_msg`.
    public var errorMessage: ErrorMessageRule
    /// Which lists tell their page.
    public var pageEcho: PageEchoRule
    /// The time that runs live by.
    public var clock: SimulatedClock

    /// What the simulator holds besides ``workers``.
    public var seed: SimulatorSeed
    /// Workers of your own; see ``SimulatedWorker``.
    public var workers: [SimulatedWorker]
    /// What the account can spend, USD; a start that it cannot pay for is refused with code 30001.
    ///
    /// A run costs 0.005 and 0.0005 for each row, taken off when it ends.
    public var balance: Decimal
    /// How many runs may be `running` at once, 0 or more; a start beyond that is refused with code 30003.
    public var planLimit: Int
    /// Where callbacks are sent to.
    public var callbacks: CallbackRule
    /// Whether each callback is delivered twice: the service promises no number.
    public var callbackRepeats: Bool
    /// How long the response to a callback may take.
    var callbackTimeout: Duration = .seconds(60)
    /// How long a link to an exported file is good for by the clock.
    public var downloadLifetime: Duration

    /// What the lines of a log are in v2.
    public var logLines: LogLineRule
    /// What becomes of a run that is aborted.
    public var abort: AbortRule
    /// What an answer to a change of a task holds.
    public var updateData: UpdateDataRule
    /// What stands for a list with nothing in it.
    public var emptyLists: EmptyListRule
    /// How answers write the path of a Worker.
    public var workerPath: WorkerPathRule
    /// Which members a task has.
    public var taskMembers: TaskMemberRule
    /// Which members the account has.
    public var accountMembers: AccountMemberRule
    /// What a start answers when its caller waits.
    public var waitedAnswers: WaitedAnswerRule
    /// Which code is answered for what does not exist.
    public var notFound: NotFoundRule
    /// What stands for `details` in a refusal that has none.
    public var errorDetails: ErrorDetailsRule
    /// Whether answers carry `request_id`.
    public var requestID: RequestIDRule
    /// Under which name a result row carries its hidden identifier.
    public var rowIdentifier: RowIdentifierRule
    /// The `origin` of runs in v2: `api_v2` as the service was seen to answer on 6 August 2026, `openapi` before.
    public var runOrigin: String

    /// Options for a service as it is today, on a free port, with a clock in real time; each may be changed.
    public init(
        port: Int = 0,
        apiKeys: [String] = ["simulator-key"],
        allowedOrigins: [String] = [],
        paging: PagingRule = .pages,
        errorMessage: ErrorMessageRule = .failedOnly,
        pageEcho: PageEchoRule = .results,
        clock: SimulatedClock = SimulatedClock(),
        seed: SimulatorSeed = .examples,
        workers: [SimulatedWorker] = [],
        balance: Decimal = 100,
        planLimit: Int = 10,
        callbacks: CallbackRule = .loopback,
        callbackRepeats: Bool = false,
        downloadLifetime: Duration = .seconds(3600),
        logLines: LogLineRule = .objects,
        abort: AbortRule = .aborted,
        updateData: UpdateDataRule = .emptyObject,
        emptyLists: EmptyListRule = .empty,
        workerPath: WorkerPathRule = .slash,
        taskMembers: TaskMemberRule = .all,
        accountMembers: AccountMemberRule = .balance,
        waitedAnswers: WaitedAnswerRule = .outcome,
        notFound: NotFoundRule = .general,
        errorDetails: ErrorDetailsRule = .absent,
        requestID: RequestIDRule = .present,
        rowIdentifier: RowIdentifierRule = .coreclaw,
        runOrigin: String = "api_v2"
    ) {
        self.port = port
        self.apiKeys = apiKeys
        self.allowedOrigins = allowedOrigins
        self.paging = paging
        self.errorMessage = errorMessage
        self.pageEcho = pageEcho
        self.clock = clock
        self.seed = seed
        self.workers = workers
        self.balance = balance
        self.planLimit = planLimit
        self.callbacks = callbacks
        self.callbackRepeats = callbackRepeats
        self.downloadLifetime = downloadLifetime
        self.logLines = logLines
        self.abort = abort
        self.updateData = updateData
        self.emptyLists = emptyLists
        self.workerPath = workerPath
        self.taskMembers = taskMembers
        self.accountMembers = accountMembers
        self.waitedAnswers = waitedAnswers
        self.notFound = notFound
        self.errorDetails = errorDetails
        self.requestID = requestID
        self.rowIdentifier = rowIdentifier
        self.runOrigin = runOrigin
    }

    /// Options for a service in the shape that it had, or was documented to have, before August 2026, on a free port.
    ///
    /// Offsets count rows, every run has `err_msg` and the origin `openapi`, run lists and the queue tell their page, log lines
    /// are texts, paths of Workers are written with a tilde, tasks have few members, the account has a traffic quota, changes of
    /// tasks answer without `data`, waited starts answer the identifier alone, and an aborted run stays `aborting`.
    public static var older: SimulatorOptions {
        var options = SimulatorOptions(paging: .rowOffset, errorMessage: .always, pageEcho: .everywhere)
        options.logLines = .strings
        options.abort = .staysAborting
        options.updateData = .absent
        options.workerPath = .tilde
        options.taskMembers = .few
        options.accountMembers = .withTraffic
        options.waitedAnswers = .identifierOnly
        options.runOrigin = "openapi"
        return options
    }
}
