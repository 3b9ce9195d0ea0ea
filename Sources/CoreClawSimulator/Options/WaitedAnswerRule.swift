/// What a start answers in v2 when its caller waits for the end of the run.
public enum WaitedAnswerRule: Sendable, Hashable {
    /// The outcome and a page of the rows, as the service was seen to answer on 6 August 2026.
    case outcome
    /// Only the identifier of the run, as the service's documentation has it.
    case identifierOnly
}
