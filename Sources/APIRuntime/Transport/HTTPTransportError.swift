/// Why a request got no complete answer.
public struct HTTPTransportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The closed set of reasons; all but the last three mean that the service certainly got nothing.
    public enum Reason: Sendable, Hashable, CaseIterable {
        /// No connection could be made: refused, unreachable, or the name is unknown.
        case connectionRefused
        /// Making the connection took too long.
        case connectTimeout
        /// All connections were in use for too long.
        case noConnectionAvailable
        /// The two sides could not agree on TLS, or the certificate was refused.
        case tlsHandshake
        /// The body was larger than allowed.
        case bodyTooLarge
        /// The body is compressed, but not as it says.
        case corrupt
        /// Anything else; the request may have arrived.
        case interrupted
    }

    /// The reason.
    public var reason: Reason
    /// What happened, for people, without URL and credential.
    public var message: String

    /// A failure with its reason.
    public init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }

    /// Whether the service certainly got nothing of the request.
    public var isCertainlyNotSent: Bool {
        switch reason {
        case .connectionRefused, .connectTimeout, .noConnectionAvailable, .tlsHandshake: true
        case .bodyTooLarge, .corrupt, .interrupted: false
        }
    }

    /// The message.
    public var description: String { message }
}
