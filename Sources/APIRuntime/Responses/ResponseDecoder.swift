import HTTPTypes
import JSONBytes

/// An answer, and the ways to read its body.
public struct ResponseDecoder: Sendable {
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The headers.
    public let headers: HTTPFields

    let body: [UInt8]
    let context: AnswerContext

    init(status: HTTPResponse.Status, headers: HTTPFields, body: [UInt8], context: AnswerContext) {
        self.status = status
        self.headers = headers
        self.body = body
        self.context = context
    }

    /// The payload inside the envelope, or the whole body where there is none; throws an ``APIError`` where the envelope reports a
    /// failure or the payload is not as expected.
    public func json<T: JSONCodable>(_ type: T.Type) throws -> T {
        guard let envelope = context.envelope else {
            do {
                return try JSONReader.read(from: body, limits: limits) { (reader: inout JSONReader) throws(JSONError) -> T in
                    let value = try reader.read(type)
                    warn(of: reader.unreadable)
                    return value
                }
            } catch {
                throw unreadable(error)
            }
        }
        let content = try content(type, of: envelope)
        try check(content, against: envelope)
        switch content.payload {
        case .value(let value):
            warn(of: content.skipped)
            return value
        case .unreadable(let error):
            throw unreadable(error)
        case .missing:
            // A payload that may be null may be left out as well.
            if let value = try? JSONReader.read(type, from: Array("null".utf8), limits: limits) { return value }
            throw unreadable(JSONError(.missingMember, "'\(envelope.payload)' is missing", path: "$.\(envelope.payload)"))
        }
    }

    /// The body as text; bytes that are not UTF-8 become U+FFFD.
    public func text() -> String {
        String(decoding: body, as: UTF8.self)
    }

    /// The body as it came, after decompression.
    public func bytes() -> [UInt8] { body }

    /// The error for a status the operation does not know.
    public func unexpectedStatus() -> APIError {
        var error = rejection()
        error.kind = .unexpectedAnswer
        return error
    }

    /// Throws where the envelope reports a failure. Where it would tell success, only a status that has no body goes without it.
    func requireSuccess() throws {
        guard let envelope = context.envelope else { return }
        if body.isEmpty, envelope.code == nil || status == .noContent || status == .resetContent { return }
        try check(try content(IgnoredValue.self, of: envelope), against: envelope)
    }

    var limits: JSONLimits {
        var limits = JSONLimits()
        limits.depth = context.maximumNesting
        limits.strictDecoding = context.strictDecoding
        return limits
    }

    /// Logs that optional properties are nil because their values are not what the specification says.
    private func warn(of skipped: (first: JSONError, count: Int)?) {
        guard let skipped else { return }
        context.logger?.warning(
            "optional value cannot be read: the property is nil, the value is kept in unknownMembers",
            metadata: [
                "operation": "\(context.operation)",
                "path": "\(context.redactor.redact(skipped.first.path))",
                "reason": "\(skipped.first.kind)",
                "count": "\(skipped.count)",
            ]
        )
    }

    private func content<T: JSONCodable>(_ type: T.Type, of envelope: EnvelopeDescriptor) throws -> EnvelopeContent<T> {
        do {
            return try EnvelopeContent.read(envelope, from: body, limits: limits)
        } catch {
            throw unreadable(error)
        }
    }

    private func check(_ content: EnvelopeContent<some Any>, against envelope: EnvelopeDescriptor) throws {
        guard let member = envelope.code else { return }
        switch content.code {
        case .number(envelope.success): return
        case .number: throw rejection(content)
        case .missing, .invalid:
            var error = rejection(content)
            error.kind = .unexpectedAnswer
            let fault = content.code == .missing ? "has no" : "has an unreadable"
            error.message = "The answer \(fault) '\(member)', so that success is not certain"
            throw error
        }
    }
}
