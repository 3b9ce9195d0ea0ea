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
        case unreadable(JSONError)
        case value(Payload)
    }

    var code = Code.missing
    var message: String?
    var requestID: String?
    var details: [String] = []
    var payload = State.missing

    /// The first value that an optional property could not hold, and how many there are.
    var skipped: (first: JSONError, count: Int)?
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
        var content = Self()
        try JSONReader.read(from: body, limits: limits) { (reader: inout JSONReader) throws(JSONError) in
            try reader.object { (reader: inout JSONReader, name: String) throws(JSONError) -> Bool in
                switch name {
                case envelope.payload:
                    switch try reader.result(Payload.self) {
                    case .success(let value): content.payload = .value(value)
                    case .failure(let error): content.payload = .unreadable(error)
                    }
                    content.skipped = reader.unreadable
                case envelope.code: content.code = .init(try reader.read(JSONValue.self))
                case envelope.message: content.message = try reader.read(JSONValue.self).string
                case envelope.requestID: content.requestID = try reader.read(JSONValue.self).identifierText
                case envelope.details: content.details = try reader.read(JSONValue.self).detailTexts
                default: return false
                }
                return true
            }
        }
        return content
    }
}

/// A value nobody asks for.
struct IgnoredValue: JSONCodable {
    static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        try reader.skip()
        return Self()
    }

    func write(to writer: inout JSONWriter) { JSONValue.null.write(to: &writer) }
}

extension JSONValue {
    fileprivate var identifierText: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .integer, .number: description
        default: nil
        }
    }

    /// Texts out of a string, an array of anything or an object.
    fileprivate var detailTexts: [String] {
        switch self {
        case .null: []
        case .array(let elements): elements.map(\.description)
        case .object(let members): members.map { "\($0.key): \($0.value)" }
        default: [description]
        }
    }
}
