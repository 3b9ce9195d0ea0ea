import CoreClaw
import HTTPTypes

@testable import APIRuntime

extension APIOperation {
    /// Reads an answer of HTTP 200 as a client does, and writes its payload again; nil where the operation has none.
    static func rewritten(_ body: [UInt8]) throws -> [UInt8]? {
        let context = AnswerContext(
            operation: descriptor.id,
            envelope: CoreClawClient.service.envelope,
            catalogue: [:],
            maximumNesting: 64,
            redactor: Redactor()
        )
        let output = try decode(ResponseDecoder(status: .ok, headers: [:], body: body, context: context))
        return try (output as? any JSONCodable).map { try JSONWriter.bytes(of: $0) }
    }
}
