/// Whether answers of v2 carry `request_id`.
public enum RequestIDRule: Sendable, Hashable {
    /// Each its own, `req-1`, `req-2` and so on.
    case present
    /// None does: the service's documentation promises no answer that it has one.
    case absent
}
