/// When a run carries `err_msg`; v1 answers always do.
public enum ErrorMessageRule: Sendable, Hashable {
    /// Only in lists, and there only on failed runs, as the service was seen to answer on 6 August 2026.
    case failedOnly
    /// In every run, empty when nothing is wrong. What the service did before.
    case always
}
