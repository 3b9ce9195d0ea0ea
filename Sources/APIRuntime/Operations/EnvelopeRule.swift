/// Which envelope surrounds the payload of an operation's answers.
public enum EnvelopeRule: Sendable, Hashable {
    /// The service's.
    case service
    /// None: the body is the payload.
    case none
    /// Another than the service's.
    case custom(EnvelopeDescriptor)

    func descriptor(in service: ServiceDescriptor) -> EnvelopeDescriptor? {
        switch self {
        case .service: service.envelope
        case .none: nil
        case .custom(let descriptor): descriptor
        }
    }
}
