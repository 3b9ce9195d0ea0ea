import APIRuntime
import Foundation
import HTTPTypes

/// A transport that keeps what is sent and gives one answer.
actor MemoryTransport: HTTPTransport {
    private(set) var request: HTTPRequest?
    private(set) var body: String?
    private(set) var limits: HTTPTransportLimits?
    private let status: Int
    private let answer: String

    init(status: Int = 200, answer: String = "") {
        self.status = status
        self.answer = answer
    }

    func send(_ request: HTTPRequest, body: [UInt8]?, limits: HTTPTransportLimits) async throws -> HTTPTransportResponse {
        if limits.isOtherOrigin { Canary.check(request: request, body: body) }
        self.request = request
        self.limits = limits
        self.body = body.map { String(decoding: $0, as: UTF8.self) }
        return HTTPTransportResponse(head: HTTPResponse(status: .init(code: status)), body: HTTPBodyStream(Array(answer.utf8)))
    }

    func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { request?.headerFields[$0] }
    }
}
