import OpenAPIDocument
import SpecDiagnostics

/// A type that is generated, by its own file.
package enum TypeDeclaration: Sendable {
    case model(Model)
    case enumeration(Enumeration)
    case identifier(Identifier)
    case union(Union)
    case wrapper(Wrapper)

    /// The name of the type.
    package var name: String {
        switch self {
        case .model(let type): type.name
        case .enumeration(let type): type.name
        case .identifier(let type): type.name
        case .union(let type): type.name
        case .wrapper(let type): type.name
        }
    }
}

/// An object with named members.
package struct Model: Sendable {
    package let name: String
    package let documentation: Documentation
    /// In the order of the document.
    package internal(set) var properties: [Property]
    package let location: SourceLocation
    /// The member that a bare string stands for.
    package let shorthand: Name?
    /// Whether callers make it, as part of a request.
    package internal(set) var isBuiltByCallers = false
}

/// A member of an object.
package struct Property: Sendable {
    package let name: Name
    package let documentation: Documentation
    package internal(set) var type: TypeReference
    /// Whether null is a value of it.
    package let isNullable: Bool
    /// Whether the Swift property may be nil.
    package internal(set) var isOptional: Bool
    /// Whether the service promises, or demands, that it is there.
    package internal(set) var isRequired: Bool
    /// The value on the wire that means "not set".
    package let absent: Literal?
    /// Whether a list reads null as empty.
    package let nullIsEmpty: Bool
    /// Whether the value lies in a box of its own, because the type contains itself.
    package internal(set) var isBoxed = false
    package let isDeprecated: Bool
    /// Whether its type is filled in place and thus needs an empty value to begin with.
    package internal(set) var placeholder: Placeholder = .none
    /// How its value is described to people, such as `integer`, with its constraints.
    package let schema: SchemaSummary

    /// What a required property holds before it is read.
    package enum Placeholder: Sendable {
        case none, model, rawString, rawInteger, firstCase(String), union, wrapper
    }

    /// The type with its question mark.
    package var fullType: TypeReference { isOptional ? .optional(type) : type }
}

/// A set of values, each with a name.
package struct Enumeration: Sendable {
    package struct Case: Sendable {
        package let name: Name
        package let documentation: String?
    }

    package let name: String
    package let documentation: Documentation
    package let cases: [Case]
    /// Whether its values are integers rather than strings.
    package let isInteger: Bool
    /// Whether integers may also come as their digits or as the names of the values.
    package let isNamed: Bool
    /// What makes values the same in any case of letters.
    package let folding: CaseFolding?
    /// Whether values may be added, so that one without a name is no error.
    package internal(set) var isOpen: Bool
    package let location: SourceLocation
    let isOpenBySpecification: Bool?
}

extension Enumeration {
    /// The case of letters that all values are brought to.
    package enum CaseFolding: Sendable {
        case lower, upper
    }
}

/// A string that is a type of its own.
package struct Identifier: Sendable {
    package let name: String
    package let documentation: Documentation
    package let replacements: [(String, String)]
    package let reserved: [String]
    package let location: SourceLocation
}

/// One of several types.
package struct Union: Sendable {
    package struct Case: Sendable {
        package let name: Name
        package let type: TypeReference
        /// The values of the discriminator that choose it.
        package let discriminatorValues: [String]
    }

    package let name: String
    package let documentation: Documentation
    package let cases: [Case]
    /// The member that says which case it is.
    package let discriminator: String?
    package let location: SourceLocation
}

/// A type of its own around any JSON, with named ways to put an object into it.
package struct Wrapper: Sendable {
    package struct Way: Sendable {
        package let name: Name
        /// The names of the members that lead to the object.
        package let path: [String]
    }

    package let name: String
    package let documentation: Documentation
    package let ways: [Way]
    package let location: SourceLocation
}

/// A plain value written in the specification.
package enum Literal: Hashable, Sendable {
    case string(String)
    case integer(Int64)
    case number(Double)
    case bool(Bool)
    case null

    /// The value, unless it is an array or an object.
    package init?(_ value: SpecValue) {
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
    package var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .bool(let value): "\(value)"
        case .null: "null"
        }
    }
}
