import OpenAPIDocument
import SpecDiagnostics

/// One call of the API.
package struct Operation: Sendable {
    /// The `operationId`.
    package let id: String
    /// The name of its page: fit for a file, and no two alike.
    package let pageName: String
    /// The name of its Swift type.
    package let typeName: String
    /// The methods of its resource that build its request, the main one first; never empty.
    package let methods: [FlatMethod]
    /// Its place in the client, such as `["runs", "last"]`; empty for the client itself.
    package let resourcePath: [String]
    /// In capitals.
    package let method: String
    package let path: String
    package let documentation: Documentation
    package let isDeprecated: Bool
    /// The operation to use instead, with its place in the client: `runs.get`.
    package internal(set) var replacement: (page: String, call: String)?
    package let parameters: [Parameter]
    package internal(set) var body: Body?
    package let output: Output
    package let idempotency: Idempotency
    /// Application codes by which a repeated request learns that an earlier one was done.
    package let doneWhenRepeated: [Int]
    package let security: Security
    package let envelope: EnvelopeRule
    package let timeout: Timeout?
    package let pagination: Pagination?
    package let waiter: Waiter?
    package let answers: [Answer]
    package let callbacks: [Callback]
    package internal(set) var links: [Link]
    package let location: SourceLocation

    package enum Idempotency: String, Sendable {
        case safe, idempotent, unsafe
    }

    package enum Security: Sendable {
        /// As the whole API.
        case required
        case none
        case oneOf([SecurityScheme])
    }

    package enum EnvelopeRule: Sendable {
        case service
        case none
        case custom(Envelope)
    }

    /// The name of its main method.
    package var methodName: String { methods.first?.name ?? "" }

    /// The names a call goes through: `["runs", "get"]`.
    package var callPath: [String] { resourcePath + [methodName] }
}

/// A parameter in path, query, header or cookie.
package struct Parameter: Sendable {
    package typealias Place = Document.Parameter.Place
    package typealias Style = Document.Parameter.Style

    package let name: Name
    package let place: Place
    package let documentation: Documentation
    package let type: TypeReference
    package let isRequired: Bool
    package let isDeprecated: Bool
    package let style: Style?
    package let explode: Bool
    /// Whether its value is a JSON text.
    package let isJSON: Bool
    package let schema: SchemaSummary
    package let example: SpecValue?
    package let location: SourceLocation

    /// The Swift type of the property.
    package var fullType: TypeReference { isRequired ? type : .optional(type) }
}

/// What an operation sends.
package struct Body: Sendable {
    package enum Encoding: Sendable {
        case json, form, multipart
        /// The bytes as they are.
        case bytes(contentType: String)
    }

    package let name: Name
    package let documentation: Documentation
    package let type: TypeReference
    package let isRequired: Bool
    package let encoding: Encoding
    /// The media type as written.
    package let contentType: String
    /// The model whose members a method takes as its own arguments, if it serves nothing but to be sent.
    package internal(set) var flattened: Model? = nil
    package let schema: SchemaSummary
    package let example: SpecValue?

    package var fullType: TypeReference { isRequired ? type : .optional(type) }
}

/// What an operation answers when it succeeds.
package enum Output: Sendable {
    case single(TypeReference, Content)
    /// A type per status, in an enumeration of its own.
    case alternatives(name: String, [Alternative])

    package enum Content: Sendable {
        case none, json, text, bytes
    }

    package struct Alternative: Sendable {
        /// As Swift matches it: `200`, or `200..<300` for what stands for all that are not named.
        package let pattern: String
        package let name: Name
        package let type: TypeReference
        package let content: Content
        package let documentation: String
    }

    /// The types of all that may be answered.
    package var payloads: [TypeReference] {
        switch self {
        case .single(let type, _): [type]
        case .alternatives(_, let alternatives): alternatives.map(\.type)
        }
    }

    /// The Swift type.
    package var type: TypeReference {
        switch self {
        case .single(let type, _): type
        case .alternatives(let name, _): .named(name)
        }
    }
}

/// One of the documented answers.
package struct Answer: Sendable {
    /// As written: `200`, `4XX`, `default`.
    package let status: String
    package let description: String
    /// The application codes that may come with it.
    package let errorCodes: [Int]
    package let examples: [(title: String, value: SpecValue)]
    package let fields: [Field]

    /// A member of the answer, as a row of a table.
    package struct Field: Sendable {
        /// Such as `data.list[].slug`.
        package let path: String
        package let swiftName: String?
        package let summary: SchemaSummary
        package let description: String
    }
}

/// An operation that an answer feeds.
package struct Link: Sendable {
    package let pageName: String
    package let call: String
    package let description: String
}
