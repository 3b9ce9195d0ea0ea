import JSONBytes

/// What stands in an envelope, read in one pass over the body.
struct EnvelopeContent<Payload: Sendable>: Sendable {
    /// The application code, as leniently as services write it.
    enum Code: Sendable, Equatable {
        case missing
        case invalid
        case number(Int)

        var value: Int? {
            if case .number(let value) = self { value } else { nil }
        }
    }

    /// The payload; one that cannot be read does not hide the code and the message after it.
    enum State: Sendable {
        case missing
        case unreadable
        case value(Payload)
    }

    var code = Code.missing
    var message: String?
    var requestID: String?
    var details: [String] = []
    var payload = State.missing
}

extension EnvelopeContent.Code {
    /// An integer, a number without fraction or a string of digits; null counts as missing.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .missing
        case .integer(let number): self = Int(exactly: number).map(Self.number) ?? .invalid
        case .double(let number): self = Int(exactly: number).map(Self.number) ?? .invalid
        case .string(let text):
            let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
            let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            self = isNumber ? Int(text).map(Self.number) ?? .invalid : .invalid
        default: self = .invalid
        }
    }
}

extension EnvelopeContent where Payload: JSONCodable {
    /// Reads the envelope around a payload; throws where the body is no JSON object.
    static func read(_ envelope: EnvelopeDescriptor, from body: [UInt8], limits: JSONLimits) throws(JSONError) -> Self {
        try EnvelopeNames.with(envelope) { () throws(JSONError) in
            try JSONReader.read(EnvelopeDocument<Payload>.self, from: body, limits: limits).content
        }
    }

    /// Reads the payload alone; throws where and why it cannot be read.
    static func payload(of envelope: EnvelopeDescriptor, from body: [UInt8], limits: JSONLimits) throws(JSONError) -> Payload {
        try EnvelopeNames.with(envelope) { () throws(JSONError) in
            try JSONReader.read(PayloadDocument<Payload>.self, from: body, limits: limits).payload
        }
    }
}
