import AsyncHTTPClient
import CoreClaw
import Foundation
import HandWritten
import NIOCore
import NIOFoundationCompat

/// What is compared: three ways to fetch the same page.
enum Contender: String, CaseIterable {
    /// async-http-client alone; the body is collected and not decoded.
    case collected
    /// async-http-client and `JSONDecoder` with hand-written `Codable` structs.
    case decoder
    /// The generated client, typed.
    case coreClaw

    var title: String {
        switch self {
        case .collected: "async-http-client, not decoded"
        case .decoder: "async-http-client + JSONDecoder"
        case .coreClaw: "CoreClaw, typed"
        }
    }

    /// A call that fetches the page once and returns the number of runs in it, or 100 if it is not decoded.
    func call(port: Int) throws -> @Sendable () async throws -> Int {
        guard let url = URL(string: "http://127.0.0.1:\(port)") else { throw UsageError() }
        let request = HTTPClientRequest(url: "\(url)/api/v2/worker-runs?limit=100")
        switch self {
        case .collected:
            let client = Self.bareClient
            return {
                _ = try await Self.body(of: request, from: client)
                return 100
            }
        case .decoder:
            let client = Self.bareClient, decoder = JSONDecoder()
            return {
                let body = try await Self.body(of: request, from: client)
                return try decoder.decode(Envelope<HandWritten.RunPage>.self, from: body).data.runs.count
            }
        case .coreClaw:
            let coreclaw = CoreClawClient(apiKey: "key", baseURL: url)
            return { try await coreclaw.send(ListWorkerRuns(pageSize: 100)).runs.count }
        }
    }

    /// A client with as many connections as CoreClaw keeps, so that 64 calls at once need not wait for each other.
    private static let bareClient: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    private static func body(of request: HTTPClientRequest, from client: HTTPClient) async throws -> ByteBuffer {
        var request = request
        request.headers.add(name: "authorization", value: "Bearer key")
        return try await client.execute(request, timeout: .seconds(60)).body.collect(upTo: 1 << 20)
    }
}
