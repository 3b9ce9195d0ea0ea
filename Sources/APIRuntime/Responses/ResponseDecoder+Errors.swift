import HTTPTypes
import JSONBytes

extension ResponseDecoder {
    /// The error of an answer that is no success, from whatever its body tells.
    func rejection() -> APIError {
        let content = context.envelope.flatMap { try? EnvelopeContent<IgnoredValue>.read($0, from: body, limits: limits) }
        return rejection(content ?? EnvelopeContent<IgnoredValue>())
    }

    func rejection(_ content: EnvelopeContent<some Any>) -> APIError {
        let known = content.code.value.flatMap { context.catalogue[$0] }
        let kind = APIError.Kind(status: status.code, known: known)
        let told = content.message.flatMap { $0.isEmpty ? nil : $0 }
        let text = told ?? known?.meaning ?? "The service answered HTTP \(status.code)"
        var error = APIError(kind: kind, operation: context.operation, message: context.redactor.redact(text))
        error.status = status
        error.code = content.code.value.map(APIErrorCode.init(rawValue:))
        error.requestID = (content.requestID ?? headers[Self.requestIDHeader]).map(context.redactor.redact)
        error.details = content.details.map(context.redactor.redact)
        error.bodyExcerpt = excerpt(around: 0)
        return error
    }

    /// The error of a body that is no JSON, or not the JSON that is expected.
    func unreadable(_ failure: JSONError) -> APIError {
        let redactor = context.redactor
        let failure = JSONError(
            failure.kind,
            redactor.redact(failure.message, cutAt: JSONError.ellipsis),
            path: redactor.redact(failure.path),
            offset: failure.offset,
            value: failure.value.map { redactor.redact($0, cutAt: JSONError.ellipsis) }
        )
        let isObject = body.first { $0 > 0x20 } == UInt8(ascii: "{")
        let expectsObject = context.envelope != nil
        let kind: APIError.Kind = expectsObject && !isObject ? .unexpectedAnswer : .decoding
        let text = body.isEmpty ? "The answer has no body" : "The answer cannot be read: \(failure)"
        var error = APIError(
            kind: kind,
            operation: context.operation,
            message: redactor.redact(text),
            underlying: failure
        )
        error.status = status
        error.requestID = requestID.map(redactor.redact)
        error.bodyExcerpt = excerpt(around: failure.offset)
        return error
    }

    /// The envelope's request identifier, or the header's.
    var requestID: String? {
        let content = context.envelope.flatMap { try? EnvelopeContent<IgnoredValue>.read($0, from: body, limits: limits) }
        return content?.requestID ?? headers[Self.requestIDHeader]
    }

    private static var requestIDHeader: HTTPField.Name { HTTPField.Name("X-Request-Id") ?? .date }

    /// At most 256 characters on either side of a byte, without any piece of a credential.
    ///
    /// More is redacted than stays, and at either end as many characters are left out as the window may have kept of a credential.
    private func excerpt(around offset: Int) -> String? {
        guard !body.isEmpty else { return nil }
        let redactor = context.redactor
        let longest = redactor.longest
        let middle = redactor.beginning(of: min(max(offset, 0), body.count), in: body)
        let reach = 2048 + 2 * longest
        let isCut = (before: middle > reach, after: body.count - middle > reach)
        let before = String(decoding: body[max(0, middle - reach)..<middle], as: UTF8.self)
        let after = String(decoding: body[middle..<min(body.count, middle + reach)], as: UTF8.self)
        let head = redactor.redact(before).dropFirst(isCut.before ? longest : 0).suffix(256)
        let tail = redactor.redact(after).dropLast(isCut.after ? longest : 0).prefix(256)
        let text = redactor.redact(String(head + tail))
        return String(text.map { $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } ? " " : $0 })
    }
}
