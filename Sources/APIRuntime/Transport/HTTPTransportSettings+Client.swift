import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression

extension HTTPTransportSettings {
    /// The connections to one host for a purpose, as many as its gate lets requests through.
    func maximumConnections(for purpose: PoolPurpose) -> Int {
        max(1, purpose.isLongRunning ? maximumLongRunningConnectionsPerHost : maximumConnectionsPerHost)
    }

    func configuration(for purpose: PoolPurpose) throws(ParameterError) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: purpose.connectTimeout.timeAmount)
        configuration.connectionPool.idleTimeout = idleConnectionTimeout.timeAmount
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = maximumConnections(for: purpose)
        // The runtime retries where it is safe, with its own pauses; here a refused connection must fail at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        // One read can hold a thousand times its size. What a request allows is counted only after that.
        configuration.decompression = .enabled(limit: purpose.maximumInflation.map { .size($0) } ?? .none)
        configuration.httpVersion = allowsHTTP2 ? .automatic : .http1Only
        // Its own spans would record the query, which may hold a credential.
        configuration.tracing.tracer = nil
        configuration.proxy = purpose.proxy?.clientProxy
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
    var timeAmount: TimeAmount {
        let bounded = min(max(self, .milliseconds(1)), .seconds(31_536_000))
        let (seconds, attoseconds) = bounded.components
        return .nanoseconds(seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
    }
}
