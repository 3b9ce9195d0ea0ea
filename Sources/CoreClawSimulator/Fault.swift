/// Something that goes wrong on request; see ``Simulator/fail(operation:with:times:)``.
///
/// ```swift
/// try await simulator.fail(operation: "getWorkerRun", with: .status(503), times: 2)
/// try await simulator.fail(operation: "runWorker", with: .cutConnection)
/// ```
public enum Fault: Sendable, Hashable {
    /// An error envelope with an HTTP status, an application code, a message and a `Retry-After` in seconds.
    ///
    /// Without a code the answer carries the one that the operation lists for the status, without a message the code's own. The
    /// status may be 200: the service reports some failures that way. `Retry-After` is 0 or more.
    case status(Int, code: Int? = nil, message: String? = nil, retryAfter: Int? = nil)

    /// The true answer, after a pause in real time; one of more than a year counts as a year, and a negative one is refused.
    case delay(Duration)

    /// The first half of the true answer, then the end of the connection.
    case cutConnection

    /// The first half of the true answer, then silence until the simulator stops.
    case stall

    /// Status 200 with bytes that are no JSON.
    case garbage

    /// A page under its right number, with the rows of the page before it (the first page is itself).
    case repeatPage
}

extension Fault {
    /// - Throws: ``SimulatorError/invalidFault(_:)`` for what cannot happen, or not so many times.
    func check(times: Int) throws(SimulatorError) {
        guard times > 0 else { throw .invalidFault("\(times) times is less than once") }
        switch self {
        case .status(let status, _, _, _) where !(200...599).contains(status) || [204, 205, 304].contains(status):
            throw .invalidFault("status \(status) is no answer with a body")
        case .status(_, _, _, let seconds?) where seconds < 0:
            throw .invalidFault("a Retry-After of \(seconds) seconds lies in the past")
        case .delay(let duration) where duration < .zero:
            throw .invalidFault("a delay of \(duration) lies in the past")
        case .status, .delay, .cutConnection, .stall, .garbage, .repeatPage: break
        }
    }
}
