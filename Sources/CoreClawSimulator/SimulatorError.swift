/// Why a simulator does not start or refuses a setting.
public enum SimulatorError: Error, Sendable, Hashable {
    /// The port cannot be listened on, with the system's reason.
    case cannotListen(port: Int, reason: String)
    /// The table of operations and the handlers do not belong together; each text names one disagreement.
    case unusableRoutes([String])
    /// An option has a value that cannot work.
    case invalidOption(String)
    /// A fault was asked for an operation that does not exist.
    case unknownOperation(String)
    /// A fault cannot be sent, such as one with a status that has no body.
    case invalidFault(String)
}

extension SimulatorError: CustomStringConvertible {
    /// The reason in words, with what to do about it where that is known.
    public var description: String {
        switch self {
        case .cannotListen(let port, let reason):
            "The simulator cannot listen on 127.0.0.1:\(port): \(reason). Port 0 takes any free one."
        case .unusableRoutes(let problems):
            "The simulator's operations are inconsistent: \(problems.joined(separator: "; "))."
        case .invalidOption(let problem): "The simulator cannot start: \(problem)."
        case .unknownOperation(let name): "The simulator has no operation named \(name)."
        case .invalidFault(let problem): "The fault cannot happen: \(problem)."
        }
    }
}
