/// How a simulator listens and behaves.
///
/// ```swift
/// let simulator = try await Simulator.start(SimulatorOptions(paging: .rowOffset, clock: .manual()))
/// ```
public struct SimulatorOptions: Sendable {
    /// The port on 127.0.0.1, 0...65535; 0 takes any free one.
    public var port: Int
    /// The keys that are accepted; the first is ``Simulator/apiKey``. Must not be empty.
    public var apiKeys: [String]
    /// How `offset` is read.
    public var paging: PagingRule
    /// When a run carries `err_msg`.
    public var errorMessage: ErrorMessageRule
    /// Which lists tell their page.
    public var pageEcho: PageEchoRule
    /// The time that runs live by.
    public var clock: SimulatedClock

    /// Options for a service as it is today, on a free port, with a clock in real time; each may be changed.
    public init(
        port: Int = 0,
        apiKeys: [String] = ["simulator-key"],
        paging: PagingRule = .pages,
        errorMessage: ErrorMessageRule = .failedOnly,
        pageEcho: PageEchoRule = .results,
        clock: SimulatedClock = SimulatedClock()
    ) {
        self.port = port
        self.apiKeys = apiKeys
        self.paging = paging
        self.errorMessage = errorMessage
        self.pageEcho = pageEcho
        self.clock = clock
    }

    /// Options for a service in the shape it had before August 2026, on a free port: row offsets, `err_msg` in every run, page
    /// members in run lists.
    public static var older: SimulatorOptions {
        SimulatorOptions(paging: .rowOffset, errorMessage: .always, pageEcho: .everywhere)
    }

    func check() throws(SimulatorError) {
        guard (0...65535).contains(port) else { throw .invalidOption("port \(port) is not between 0 and 65535") }
        guard let key = apiKeys.first, !key.isEmpty else {
            throw .invalidOption("at least one key is needed, and not an empty one")
        }
    }
}
