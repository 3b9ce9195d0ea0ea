import CoreClaw
import CoreClawSimulator
import Foundation
import HTTPTypes

/// A service in memory that gives the answers it was told, in turn and the last one again and again, and keeps what it was asked.
///
/// It is for answers that the simulator never gives.
actor ScriptedService: HTTPTransport {
    enum Answer: Sendable {
        case body(String, status: Int = 200, headers: HTTPFields = [:])
        case failure(HTTPTransportError.Reason)
        /// Nothing, until the client gives up.
        case silence

        /// A success with a payload.
        static func data(_ payload: String) -> Answer { .body(#"{"code":0,"message":"success","data":\#(payload)}"#) }
    }

    struct Received: Sendable {
        let request: HTTPRequest
        let body: String?
        /// How long the exchange may take.
        let limit: Duration?
        /// When it came, since the beginning; only pauses take time.
        let time: Duration
    }

    private let answers: [Answer]
    private let clock = AdvancingClock(.manual())
    private(set) var received: [Received] = []

    init(_ answers: Answer...) {
        self.answers = answers
    }

    /// A client of the service with a key of its own.
    nonisolated var client: CoreClawClient {
        CoreClawClient(apiKey: Canary.key) {
            $0.transport = self
            $0.clock = clock
            $0.environment = { _ in nil }
        }
    }

    /// The bodies of the requests; those without one are left out.
    var bodies: [String] { received.compactMap(\.body) }

    func send(_ request: HTTPRequest, body: [UInt8]?, limits: HTTPTransportLimits) async throws -> HTTPTransportResponse {
        let answer = answers[min(received.count, answers.count - 1)]
        if limits.isOtherOrigin { Canary.check(request: request, body: body) }
        let text = body.map { String(decoding: $0, as: UTF8.self) }
        received.append(Received(request: request, body: text, limit: limits.attemptTimeout, time: clock.now.offset))
        switch answer {
        case .body(let text, let status, let headers):
            let head = HTTPResponse(status: .init(code: status), headerFields: headers)
            return HTTPTransportResponse(head: head, body: HTTPBodyStream(Array(text.utf8)))
        case .failure(let reason):
            throw HTTPTransportError(reason, "the connection failed")
        case .silence:
            try await Task.sleep(for: .seconds(3600))
            throw CancellationError()
        }
    }
}
