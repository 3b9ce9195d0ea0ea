import AsyncHTTPClient
import HTTPTypes
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1

/// The transport on async-http-client.
///
/// The shared one lives as long as the process. One with settings of its own closes its connections when its last owner lets go.
public final class AsyncHTTPTransport: HTTPTransport {
    /// The transport of every client that is not given another, with the default settings.
    public static let shared = AsyncHTTPTransport(HTTPTransportSettings())

    /// More distinct connect timeouts than this are served by a pool with another.
    private static let maximumPools = 16

    private let settings: HTTPTransportSettings
    private let environment: ProxyEnvironment
    /// Whether the service's origin is shown or trusted what others are not.
    private let distinguishesOrigins: Bool
    /// A pool of connections for each purpose, of which there are two as a rule: ordinary calls and long ones.
    private let pools = NIOLockedValueBox<[PoolPurpose: ConnectionPool]>([:])

    /// A transport with its own connections.
    public convenience init(_ settings: HTTPTransportSettings) {
        self.init(settings, environment: { ProcessEnvironment.value(of: $0) })
    }

    init(_ settings: HTTPTransportSettings, environment: @escaping @Sendable (_ name: String) -> String?) {
        self.settings = settings
        self.environment = ProxyEnvironment(value: environment)
        distinguishesOrigins = settings != settings.forOtherOrigins
    }

    /// Sends a request over a connection of the pool; throws a ``ParameterError`` where the port of the proxy does not exist or a
    /// certificate cannot be used.
    ///
    /// Waits as long as all connections are in use. The connection stays in use until the body has been read to its end or
    /// nobody holds on to it any more.
    public func send(
        _ request: HTTPRequest,
        body: [UInt8]?,
        limits: HTTPTransportLimits
    ) async throws -> HTTPTransportResponse {
        let proxy = try proxy(for: request)
        let pool = try pool(PoolPurpose(limits, distinguishesOrigins: distinguishesOrigins, proxy: proxy))
        let origin = "\(request.scheme ?? "https")://\(request.authority ?? "")"
        let gate = pool.gate(to: origin)
        let slot = try await gate.enter(limits.observer)
        // The caller enforces the limit with its own error; this is for a caller that does not.
        let deadline = limits.attemptTimeout.map { NIODeadline.now() + $0.timeAmount + .seconds(1) } ?? .distantFuture
        do {
            let request = Self.clientRequest(request, to: origin, body: body, limits)
            let response = try await pool.client.execute(request, deadline: deadline, logger: Self.silent)
            gate.setLimit(pool.maximumRequests(over: response.version))
            return HTTPTransportResponse(
                head: Self.head(of: response),
                body: bodyStream(of: response, slot, maximum: limits.maximumBodySize)
            )
        } catch {
            throw Self.transportError(error)
        }
    }

    private static let silent = Logger(label: "async-http-client") { _ in SwiftLogNoOpLogHandler() }

    private func proxy(for request: HTTPRequest) throws(ParameterError) -> HTTPProxy? {
        guard let proxy = settings.proxy else { return nil }
        if proxy.isFromEnvironment {
            return try environment.proxy(scheme: request.scheme ?? "https", authority: request.authority ?? "")
        }
        guard (1...65_535).contains(proxy.port) else {
            throw ParameterError("The proxy's port \(proxy.port) is none of 1 to 65535")
        }
        return proxy
    }

    private func pool(_ purpose: PoolPurpose) throws -> ConnectionPool {
        try pools.withLockedValue { pools in
            if let pool = pools[purpose] { return pool }
            if pools.count >= Self.maximumPools, let other = pools.first(where: { $0.key.serves(purpose) }) {
                return other.value
            }
            let pool = try ConnectionPool(settings, for: purpose)
            pools[purpose] = pool
            return pool
        }
    }

    private static func clientRequest(
        _ request: HTTPRequest,
        to origin: String,
        body: [UInt8]?,
        _ limits: HTTPTransportLimits
    ) -> HTTPClientRequest {
        var result = HTTPClientRequest(url: origin + (request.path ?? "/"))
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

    /// The stream keeps the transport and the connection until it has been read.
    private func bodyStream(of response: HTTPClientResponse, _ slot: ConnectionSlot, maximum: Int) -> HTTPBodyStream {
        let body = response.body
        return .buffers { [self] in
            var iterator = body.makeAsyncIterator()
            var room = max(0, maximum)
            return {
                defer { withExtendedLifetime(self) {} }
                do {
                    guard let piece = try await iterator.next() else {
                        slot.release()
                        return nil
                    }
                    guard piece.readableBytes <= room else {
                        throw HTTPTransportError(.bodyTooLarge, "The answer is larger than \(maximum) bytes")
                    }
                    room -= piece.readableBytes
                    return piece
                } catch {
                    slot.release()
                    throw Self.transportError(error)
                }
            }
        }
    }
}
