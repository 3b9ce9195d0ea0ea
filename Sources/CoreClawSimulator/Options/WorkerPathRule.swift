/// How answers write the path of a Worker.
public enum WorkerPathRule: Sendable, Hashable {
    /// `owner/name`, as the service was seen to answer on 6 August 2026.
    case slash
    /// `owner~name`, as the service's documentation has it and as paths of requests need it.
    case tilde
}
