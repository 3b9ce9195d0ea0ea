/// Which application code v2 answers for a Worker, task or run that does not exist, always with status 404.
public enum NotFoundRule: Sendable, Hashable {
    /// 11004 for each, as the service was seen to answer on 6 August 2026.
    case general
    /// 50001 for a Worker, 60001 for a task, 70001 for a run, as the service's documentation has it.
    case bySubject
}
