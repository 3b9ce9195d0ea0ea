import OpenAPIDocument
import SpecDiagnostics

/// One call of the API.
public struct Operation: Sendable {
    /// The `operationId`.
    public let id: String
    /// The name of its Swift type.
    public let typeName: String
    /// Its name in its resource.
    public let methodName: String
    /// Its place in the client, such as `["runs", "last"]`; empty for the client itself.
    public let resourcePath: [String]
    /// In capitals.
    public let method: String
    public let path: String
    public let documentation: Documentation
    public let isDeprecated: Bool
    /// The operation to use instead, with its place in the client: `runs.get`.
    public internal(set) var replacement: (id: String, call: String)?
    public let parameters: [Parameter]
    public let body: Body?
    public let output: Output
    public let idempotency: Idempotency
    public let security: Security
    public let envelope: EnvelopeRule
    /// In seconds.
    public let timeout: Double?
    public let pagination: Pagination?
    public let waiter: Waiter?
    public let answers: [Answer]
    public internal(set) var links: [Link]
    public let location: SourceLocation

    public enum Idempotency: String, Sendable {
        case safe, idempotent, unsafe
    }

    public enum Security: Sendable {
        /// As the whole API.
        case required
        case none
        case oneOf([SecurityScheme])
    }

    public enum EnvelopeRule: Sendable {
        case service
        case none
        case custom(Envelope)
    }

    /// The names a call goes through: `["runs", "get"]`.
    public var callPath: [String] { resourcePath + [methodName] }
}

/// A parameter in path, query, header or cookie.
public struct Parameter: Sendable {
    public typealias Place = Document.Parameter.Place
    public typealias Style = Document.Parameter.Style

    public let name: Name
    public let place: Place
    public let documentation: Documentation
    public let type: TypeReference
    public let isRequired: Bool
    public let isDeprecated: Bool
    public let style: Style?
    public let explode: Bool
    /// Whether its value is a JSON text.
    public let isJSON: Bool
    public let schema: SchemaSummary
    public let example: SpecValue?
    public let location: SourceLocation

    /// The Swift type of the property.
    public var fullType: TypeReference { isRequired ? type : .optional(type) }
}

/// What an operation sends.
public struct Body: Sendable {
    public enum Encoding: Sendable {
        case json, form, multipart
        /// The bytes as they are.
        case bytes(contentType: String)
    }

    public let name: Name
    public let documentation: Documentation
    public let type: TypeReference
    public let isRequired: Bool
    public let encoding: Encoding
    /// The media type as written.
    public let contentType: String
    /// The model whose members a method takes as its own arguments, if the body belongs to this operation alone.
    public let flattened: Model?
    public let schema: SchemaSummary
    public let example: SpecValue?

    public var fullType: TypeReference { isRequired ? type : .optional(type) }
}

/// What an operation answers when it succeeds.
public enum Output: Sendable {
    case single(TypeReference, Content)
    /// A type per status, in an enumeration of its own.
    case alternatives(name: String, [Alternative])

    public enum Content: Sendable {
        case none, json, text, bytes
    }

    public struct Alternative: Sendable {
        public let status: Int
        public let name: Name
        public let type: TypeReference
        public let content: Content
        public let documentation: String
    }

    /// The Swift type.
    public var type: TypeReference {
        switch self {
        case .single(let type, _): type
        case .alternatives(let name, _): .named(name)
        }
    }
}

/// One of the documented answers.
public struct Answer: Sendable {
    /// As written: `200`, `4XX`, `default`.
    public let status: String
    public let description: String
    /// The application codes that may come with it.
    public let errorCodes: [Int]
    public let examples: [(title: String, value: SpecValue)]
    public let fields: [Field]

    /// A member of the answer, as a row of a table.
    public struct Field: Sendable {
        /// Such as `data.list[].slug`.
        public let path: String
        public let swiftName: String?
        public let summary: SchemaSummary
        public let description: String
    }
}

/// An operation that an answer feeds.
public struct Link: Sendable {
    public let operationID: String
    public let call: String
    public let description: String
}
