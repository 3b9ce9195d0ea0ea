/// What becomes of a run that is aborted.
public enum AbortRule: Sendable, Hashable {
    /// It is `aborting` for five seconds and then `aborted`, a status that two official clients wait for.
    case aborted
    /// It stays `aborting`, the last status that the service's documentation names.
    case staysAborting
}
