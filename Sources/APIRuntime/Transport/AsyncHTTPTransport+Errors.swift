import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOPosix
import NIOSSL

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension AsyncHTTPTransport {
    /// The error in the module's own words, or `CancellationError` if the task was cancelled.
    static func transportError(_ error: any Error) -> any Error {
        if error is CancellationError || Task.isCancelled { return CancellationError() }
        switch error {
        case let error as HTTPTransportError: return error
        case let error as HTTPClientError: return HTTPTransportError(reason(of: error), error.shortDescription)
        case is NIOConnectionError: return HTTPTransportError(.connectionRefused, "No connection could be made")
        case ChannelError.connectTimeout: return HTTPTransportError(.connectTimeout, "Connect timeout")
        case NIOSSLError.handshakeFailed(let cause): return HTTPTransportError(.tlsHandshake, "TLS handshake failed: \(cause)")
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            return HTTPTransportError(.tlsHandshake, "The certificate is for another host")
        case let error as NIOHTTPDecompression.ExtraDecompressionError where error == .truncatedData:
            return HTTPTransportError(.interrupted, "The compressed answer ended too early")
        case NIOHTTPDecompression.DecompressionError.limit:
            return HTTPTransportError(.bodyTooLarge, "The decompressed answer is too large")
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            return HTTPTransportError(.corrupt, "The answer cannot be decompressed")
        case is NIOTooManyBytesError: return HTTPTransportError(.bodyTooLarge, "The answer is too large")
        default: return platformError(error)
        }
    }

    private static func reason(of error: HTTPClientError) -> HTTPTransportError.Reason {
        switch error {
        case .connectTimeout, .socksHandshakeTimeout, .httpProxyHandshakeTimeout: .connectTimeout
        case .getConnectionFromPoolTimeout: .noConnectionAvailable
        case .tlsHandshakeTimeout: .tlsHandshake
        default: .interrupted
        }
    }

    #if canImport(Network)
    /// The statuses of Secure Transport for a chain, a root, a time, a signer or a host name of a certificate that is not accepted.
    private static let certificateRefusals: Set<Int32> = [-9807, -9808, -9812, -9813, -9814, -9843]
    #endif

    private static func platformError(_ error: any Error) -> HTTPTransportError {
        #if canImport(Network)
        // Network.framework reports failures of established connections by the same types, so that only those count as not sent
        // which no established connection has.
        if let error = error as? HTTPClient.NWPOSIXError, error.errorCode == .ECONNREFUSED {
            return HTTPTransportError(.connectionRefused, "No connection could be made")
        }
        if let error = error as? HTTPClient.NWTLSError, certificateRefusals.contains(error.status) {
            return HTTPTransportError(.tlsHandshake, "The certificate was refused (\(error.status))")
        }
        #endif
        if let error = error as? IOError, error.errnoCode == ECONNREFUSED {
            return HTTPTransportError(.connectionRefused, "No connection could be made")
        }
        return HTTPTransportError(.interrupted, "The connection failed: \(type(of: error))")
    }
}
