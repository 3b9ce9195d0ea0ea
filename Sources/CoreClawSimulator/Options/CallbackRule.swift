/// Where callbacks are sent to.
///
/// Whatever the rule, two kinds are recorded as not sent: those to the simulator's own ports, and those of runs that a page of
/// another origin started, which is one that is neither of this machine nor among ``SimulatorOptions/allowedOrigins``. Any page
/// that somebody looks at may call the service, and must not thereby reach what else listens on this machine.
public enum CallbackRule: Sendable, Hashable {
    /// To this machine alone: `localhost`, 127.0.0.0/8 and `[::1]`. What names another host is recorded as not sent, so that no
    /// test talks to strangers.
    case loopback
    /// To every http and https address.
    case anywhere

    func allows(host: String) -> Bool {
        self == .anywhere || Loopback.contains(host: host)
    }
}
