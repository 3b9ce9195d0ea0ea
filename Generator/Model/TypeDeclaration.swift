import OpenAPIDocument
import SpecDiagnostics

/// A type that is generated, by its own file.
public enum TypeDeclaration: Sendable {
    case model(Model)
    case enumeration(Enumeration)
    case identifier(Identifier)
    case union(Union)

    /// The name of the type.
    public var name: String {
        switch self {
        case .model(let type): type.name
        case .enumeration(let type): type.name
        case .identifier(let type): type.name
        case .union(let type): type.name
        }
    }
}

/// An object with named members.
public struct Model: Sendable {
    public let name: String
    public let documentation: Documentation
    /// In the order of the document.
    public let properties: [Property]
    public let location: SourceLocation
    /// Whether callers make it, as part of a request.
    public internal(set) var isBuiltByCallers = false
}

/// A member of an object.
public struct Property: Sendable {
    public let name: Name
    public let documentation: Documentation
    public let type: TypeReference
    /// Whether the Swift property may be nil.
    public let isOptional: Bool
    /// Whether the service promises, or demands, that it is there.
    public let isRequired: Bool
    /// The value on the wire that means "not set".
    public let absent: Literal?
    /// Whether a list reads null as empty.
    public let nullIsEmpty: Bool
    /// Whether the value lies in a box of its own, because the type contains itself.
    public internal(set) var isBoxed = false
    public let isDeprecated: Bool
    /// Whether its type is filled in place and thus needs an empty value to begin with.
    public internal(set) var placeholder: Placeholder = .none
    /// How its value is described to people, such as `integer`, with its constraints.
    public let schema: SchemaSummary

    /// What a required property holds before it is read.
    public enum Placeholder: Sendable {
        case none, model, rawString, rawInteger, firstCase(String), union
    }

    /// The type with its question mark.
    public var fullType: TypeReference { isOptional ? .optional(type) : type }
}

/// A set of values, each with a name.
public struct Enumeration: Sendable {
    public struct Case: Sendable {
        public let name: Name
        public let documentation: String?
    }

    public let name: String
    public let documentation: Documentation
    public let cases: [Case]
    /// Whether its values are integers rather than strings.
    public let isInteger: Bool
    /// Whether values may be added, so that one without a name is no error.
    public internal(set) var isOpen: Bool
    public let location: SourceLocation
    let isOpenBySpecification: Bool?
}

/// A string that is a type of its own.
public struct Identifier: Sendable {
    public let name: String
    public let documentation: Documentation
    public let replacements: [(String, String)]
    public let reserved: [String]
    public let location: SourceLocation
}

/// One of several types.
public struct Union: Sendable {
    public struct Case: Sendable {
        public let name: Name
        public let type: TypeReference
        /// The values of the discriminator that choose it.
        public let discriminatorValues: [String]
    }

    public let name: String
    public let documentation: Documentation
    public let cases: [Case]
    /// The member that says which case it is.
    public let discriminator: String?
    public let location: SourceLocation
}

/// A plain value written in the specification.
public enum Literal: Hashable, Sendable {
    case string(String)
    case integer(Int64)
    case number(Double)
    case bool(Bool)
    case null

    /// The value, unless it is an array or an object.
    public init?(_ value: SpecValue) {
        switch value.kind {
        case .string(let text): self = .string(text)
        case .integer(let number): self = .integer(number)
        case .number(let number): self = .number(number)
        case .bool(let value): self = .bool(value)
        case .null: self = .null
        case .array, .object: return nil
        }
    }

    /// As people read it.
    public var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .bool(let value): "\(value)"
        case .null: "null"
        }
    }
}
