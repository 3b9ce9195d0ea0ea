import OpenAPIDocument

/// What people and servers want to know of a schema: the type on the wire and what it demands of values.
public struct SchemaSummary: Sendable {
    /// The types on the wire, such as `integer`; empty where anything goes.
    public let wireTypes: [String]
    public let format: String?
    public let isNullable: Bool
    public let defaultValue: Literal?
    public let values: [Literal]
    public let minimum: Double?
    public let maximum: Double?
    public let minLength: Int?
    public let maxLength: Int?
    public let pattern: String?
    /// For objects.
    public let members: [(name: String, summary: SchemaSummary, isRequired: Bool)]
    public let isClosed: Bool
    /// For arrays: one element.
    public let items: [SchemaSummary]
    public let example: SpecValue?
    /// Characters the client replaces before sending, for identifiers.
    public let replacements: [(String, String)]
    /// Values that can name nothing, for identifiers.
    public let reserved: [String]
}
