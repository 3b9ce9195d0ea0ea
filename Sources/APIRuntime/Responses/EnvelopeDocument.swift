import JSONBytes

/// The names of the envelope being read: a type that reads itself gets no arguments.
enum EnvelopeNames {
    @TaskLocal static var current = EnvelopeDescriptor(payload: "")

    static func with<T>(_ envelope: EnvelopeDescriptor, _ read: () throws(JSONError) -> T) throws(JSONError) -> T {
        let result: Result<T, JSONError> = $current.withValue(envelope) {
            do throws(JSONError) {
                return .success(try read())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

/// A body whose envelope is read in full.
struct EnvelopeDocument<Payload: JSONCodable>: JSONCodable {
    var content = EnvelopeContent<Payload>()

    static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        let names = EnvelopeNames.current
        var content = EnvelopeContent<Payload>()
        try reader.object { (reader: inout JSONReader, name: String) throws(JSONError) -> Bool in
            switch name {
            case names.payload:
                guard let value = reader.attempt(Payload.self) else {
                    content.payload = .unreadable
                    return false
                }
                content.payload = .value(value)
            case names.code: content.code = .init(try reader.read(JSONValue.self))
            case names.message: content.message = try reader.read(JSONValue.self).string
            case names.requestID: content.requestID = try reader.read(JSONValue.self).identifierText
            case names.details: content.details = try reader.read(JSONValue.self).detailTexts
            default: return false
            }
            return true
        }
        return Self(content: content)
    }

    func write(to writer: inout JSONWriter) { JSONValue.null.write(to: &writer) }
}

/// A body of which the payload alone is read, so that its error is the one that is thrown.
struct PayloadDocument<Payload: JSONCodable>: JSONCodable {
    let payload: Payload

    static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
        let member = EnvelopeNames.current.payload
        var payload: Payload?
        try reader.object { (reader: inout JSONReader, name: String) throws(JSONError) -> Bool in
            guard name == member else { return false }
            payload = try reader.read(Payload.self)
            return true
        }
        guard let payload else { throw JSONError(.missingMember, "'\(member)' is missing", path: "$.\(member)") }
        return Self(payload: payload)
    }

    func write(to writer: inout JSONWriter) { payload.write(to: &writer) }
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
