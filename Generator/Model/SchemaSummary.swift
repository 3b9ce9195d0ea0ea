import OpenAPIDocument

/// What people and servers want to know of a schema: the type on the wire and what it demands of values.
package struct SchemaSummary: Sendable {
    /// The types on the wire, such as `integer`; empty where anything goes.
    package let wireTypes: [String]
    package let format: String?
    package let isNullable: Bool
    package let defaultValue: Literal?
    package let values: [Literal]
    package let minimum: Double?
    package let maximum: Double?
    package let minLength: Int?
    package let maxLength: Int?
    package let pattern: String?
    /// For objects.
    package let members: [(name: String, summary: SchemaSummary, isRequired: Bool)]
    package let isClosed: Bool
    /// For arrays: one element.
    package let items: [SchemaSummary]
    package let example: SpecValue?
    /// Characters the client replaces before sending, for identifiers.
    package let replacements: [(String, String)]
    /// Values that can name nothing, for identifiers.
    package let reserved: [String]
}
