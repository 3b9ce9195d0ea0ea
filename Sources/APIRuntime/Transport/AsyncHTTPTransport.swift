import AsyncHTTPClient
import HTTPTypes
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
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

/// The transport on async-http-client.
///
/// The shared one lives as long as the process. One with settings of its own closes its connections when its last owner lets go.
public final class AsyncHTTPTransport: HTTPTransport {
    /// The transport of every client that is not given another, with the default settings.
    public static let shared = AsyncHTTPTransport(HTTPTransportSettings())

    /// More distinct connect timeouts than this are served by a pool with another.
    private static let maximumPools = 16

    private let settings: HTTPTransportSettings
    /// A pool of connections for each connect timeout in use, of which there is one as a rule.
    private let pools = NIOLockedValueBox<[PoolPurpose: HTTPClient]>([:])

    /// A transport with its own connections.
    public init(_ settings: HTTPTransportSettings) {
        self.settings = settings
    }

    deinit {
        for pool in pools.withLockedValue({ Array($0.values) }) {
            pool.shutdown { _ in }
        }
    }

    /// Sends a request over a connection of the pool; throws a ``ParameterError`` where the port of the proxy does not exist or a
    /// certificate cannot be used.
    public func send(
        _ request: HTTPRequest,
        body: [UInt8]?,
        limits: HTTPTransportLimits
    ) async throws -> HTTPTransportResponse {
        if let port = settings.proxy?.port, !(1...65_535).contains(port) {
            throw ParameterError("The proxy's port \(port) is none of 1 to 65535")
        }
        // The caller enforces the limit with its own error; this is for a caller that does not.
        let deadline = limits.attemptTimeout.map { NIODeadline.now() + $0.timeAmount + .seconds(1) } ?? .distantFuture
        let pool = try pool(PoolPurpose(limits, settings))
        do {
            let response =
                try await pool
                .execute(Self.clientRequest(request, body: body, limits), deadline: deadline, logger: Self.silent)
            return HTTPTransportResponse(
                head: Self.head(of: response),
                body: bodyStream(of: response, maximum: limits.maximumBodySize)
            )
        } catch {
            throw Self.transportError(error)
        }
    }

    private static let silent = Logger(label: "async-http-client") { _ in SwiftLogNoOpLogHandler() }

    private func pool(_ purpose: PoolPurpose) throws -> HTTPClient {
        try pools.withLockedValue { pools in
            if let pool = pools[purpose] { return pool }
            if pools.count >= Self.maximumPools,
                let other = pools.first(where: { $0.key.isOtherOrigin == purpose.isOtherOrigin })
            {
                return other.value
            }
            let settings = purpose.isOtherOrigin ? settings.forOtherOrigins : settings
            let configuration = try settings.configuration(connectTimeout: purpose.connectTimeout)
            // Network.framework, behind the usual event loops of macOS, knows no client certificates and no additional roots.
            let pool = HTTPClient(
                eventLoopGroupProvider: configuration.tlsConfiguration == nil
                    ? .singleton : .shared(MultiThreadedEventLoopGroup.singleton),
                configuration: configuration
            )
            pools[purpose] = pool
            return pool
        }
    }

    private static func clientRequest(
        _ request: HTTPRequest,
        body: [UInt8]?,
        _ limits: HTTPTransportLimits
    ) -> HTTPClientRequest {
        let url = "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")"
        var result = HTTPClientRequest(url: url)
        result.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headerFields { result.headers.add(name: field.name.rawName, value: field.value) }
        result.headers.replaceOrAdd(name: "Accept-Encoding", value: limits.acceptsCompression ? "gzip, deflate" : "identity")
        if let body { result.body = .bytes(ByteBuffer(bytes: body)) }
        return result
    }

    private static func head(of response: HTTPClientResponse) -> HTTPResponse {
        var fields = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let code = Int(response.status.code)
        return HTTPResponse(status: .init(code: (100...999).contains(code) ? code : 999), headerFields: fields)
    }

    /// The stream keeps the transport, and so its connections, until it has been read.
    private func bodyStream(of response: HTTPClientResponse, maximum: Int) -> HTTPBodyStream {
        let body = response.body
        return HTTPBodyStream { [self] in
            var iterator = body.makeAsyncIterator()
            var room = max(0, maximum)
            return {
                defer { withExtendedLifetime(self) {} }
                do {
                    guard let piece = try await iterator.next() else { return nil }
                    guard piece.readableBytes <= room else {
                        throw HTTPTransportError(.bodyTooLarge, "The answer is larger than \(maximum) bytes")
                    }
                    room -= piece.readableBytes
                    return Array(piece.readableBytesView)
                } catch {
                    throw Self.transportError(error)
                }
            }
        }
    }

    private static func transportError(_ error: any Error) -> any Error {
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

/// What sets one pool of connections apart from another.
private struct PoolPurpose: Hashable {
    let connectTimeout: Duration
    /// Whether the pool is for other origins than the service's, where that makes a difference.
    let isOtherOrigin: Bool

    init(_ limits: HTTPTransportLimits, _ settings: HTTPTransportSettings) {
        connectTimeout = limits.connectTimeout
        isOtherOrigin = limits.isOtherOrigin && settings != settings.forOtherOrigins
    }
}

extension HTTPTransportSettings {
    fileprivate func configuration(connectTimeout: Duration) throws(ParameterError) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: connectTimeout.timeAmount)
        configuration.connectionPool.idleTimeout = idleConnectionTimeout.timeAmount
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(1, maximumConnectionsPerHost)
        // The runtime retries where it is safe, with its own pauses; here a refused connection must fail at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        // What a request allows is counted as it arrives.
        configuration.decompression = .enabled(limit: .none)
        configuration.httpVersion = allowsHTTP2 ? .automatic : .http1Only
        // Its own spans would record the query, which may hold a credential.
        configuration.tracing.tracer = nil
        configuration.proxy = proxy?.clientProxy
        configuration.tlsConfiguration = try tls()
        return configuration
    }
}

extension HTTPProxy {
    fileprivate var clientProxy: HTTPClient.Configuration.Proxy {
        switch kind {
        case .socks: .socksServer(host: host, port: port)
        case .http:
            if let login {
                .server(
                    host: host,
                    port: port,
                    authorization: .basic(username: login.username, password: login.password)
                )
            } else {
                .server(host: host, port: port)
            }
        }
    }
}

extension Duration {
    /// At least a millisecond and at most a year, so that no sum overflows.
    fileprivate var timeAmount: TimeAmount {
        let bounded = min(max(self, .milliseconds(1)), .seconds(31_536_000))
        let (seconds, attoseconds) = bounded.components
        return .nanoseconds(seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
    }
}
