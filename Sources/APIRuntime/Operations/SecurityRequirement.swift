/// Which credential an operation sends.
public enum SecurityRequirement: Sendable, Hashable {
    /// The client's, by one of the service's schemes.
    case required
    /// None, even where the client has one.
    case none
    /// The client's, by one of these schemes.
    case oneOf([SecurityScheme])
}
