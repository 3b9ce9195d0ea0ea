import Foundation
import HTTPTypes

@testable import APIRuntime

/// A transport that answers from a closure and keeps what it was asked.
final class MemoryTransport: HTTPTransport, @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    struct Reply: Sendable {
        var status = 200
        var headers: HTTPFields = [:]
        var body: HTTPBodyStream

        static func json(_ text: String, status: Int = 200, headers: HTTPFields = [:]) -> Reply {
            Reply(status: status, headers: headers, body: HTTPBodyStream(Array(text.utf8)))
        }

        /// A success with a payload.
        static func data(_ payload: String, headers: HTTPFields = [:]) -> Reply {
            json(#"{"code":0,"message":"ok","data":\#(payload),"request_id":"req-1"}"#, headers: headers)
        }

        /// A body that breaks after its beginning.
        static func broken(
            _ beginning: String,
            headers: HTTPFields = [:],
            by error: any Error = HTTPTransportError(.interrupted, "closed")
        ) -> Reply {
            let body = HTTPBodyStream {
                var rest = beginning.isEmpty ? [] : [Array(beginning.utf8)]
                return {
                    guard let piece = rest.popLast() else { throw error }
                    return piece
                }
            }
            return Reply(headers: headers, body: body)
        }

        static func redirect(_ location: String, status: Int = 302) -> Reply {
            json("", status: status, headers: [.location: location])
        }
    }

    typealias Handler = @Sendable (_ request: HTTPRequest, _ number: Int) async throws -> Reply

    private let lock = NSLock()
    private let handler: Handler
    private var log: [(request: HTTPRequest, body: [UInt8]?)] = []
    private var present = 0
    private var most = 0

    init(_ handler: @escaping Handler) {
        self.handler = handler
    }

    /// Answers in order; the last answer repeats.
    convenience init(_ replies: Reply...) {
        self.init { _, number in replies[min(number, replies.count) - 1] }
    }

    var requests: [HTTPRequest] { lock.withLock { log.map(\.request) } }
    var bodies: [[UInt8]?] { lock.withLock { log.map(\.body) } }
    var paths: [String] { requests.map { $0.path ?? "" } }
    /// The most requests there were at once.
    var mostAtOnce: Int { lock.withLock { most } }

    func send(_ request: HTTPRequest, body: [UInt8]?, limits: HTTPTransportLimits) async throws -> HTTPTransportResponse {
        if limits.isOtherOrigin { Canary.check(request: request, body: body) }
        let number = lock.withLock {
            log.append((request, body))
            present += 1
            most = max(most, present)
            return log.count
        }
        defer { lock.withLock { present -= 1 } }
        let reply = try await handler(request, number)
        return HTTPTransportResponse(
            head: HTTPResponse(status: .init(code: reply.status), headerFields: reply.headers),
            body: reply.body
        )
    }
}

extension HTTPRequest {
    /// The value of a query item.
    func query(_ name: String) -> String? {
        guard let query = path?.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
        for item in query.split(separator: "&") where item.hasPrefix(name + "=") {
            return String(item.dropFirst(name.count + 1))
        }
        return nil
    }
}
