import SpecDiagnostics

extension Document {
    /// The Schema Object. A class only because schemas nest; it never changes.
    package final class Schema: Sendable {
        package enum AdditionalProperties: Sendable {
            case allowed(Bool)
            case schema(Schema)
        }

        /// Where `$ref` leads; the members beside it then refine the target.
        package let reference: Reference?
        package let types: [String]
        package let format: String?
        package let title: String?
        package let description: String?
        package let enumeration: [SpecValue]?
        package let constant: SpecValue?
        package let defaultValue: SpecValue?
        package let examples: [SpecValue]
        package let properties: [(name: String, schema: Schema, location: SourceLocation)]
        package let required: [String]
        package let additionalProperties: AdditionalProperties?
        package let items: Schema?
        package let allOf: [Schema]
        package let oneOf: [Schema]
        package let anyOf: [Schema]
        package let discriminator: Discriminator?
        package let isNullable: Bool
        package let isDeprecated: Bool
        package let constraints: Constraints
        package let location: SourceLocation

        /// Its name in Swift (`x-apigen-name`).
        package let swiftName: String?
        package let identifier: Identifier?
        /// Whether values may be added (`x-apigen-open`, `x-extensible-enum`, `x-ms-enum.modelAsString`).
        package let isOpen: Bool?
        /// The value that means "not set" (`x-apigen-absent`).
        package let absent: SpecValue?
        /// The member that a bare string stands for (`x-apigen-shorthand`).
        package let shorthand: SpecValue?
        /// Whether values are the same in any case of letters (`x-apigen-case-insensitive`).
        package let isCaseInsensitive: Bool
        /// Named ways to put an object into a free-form value: from name to JSON pointer (`x-apigen-wrappers`).
        package let wrappers: [SpecValue.Member]
        package let valueNames: [String]
        package let valueDescriptions: [String]
        package let quirks: [Quirk]

        init(_ value: SpecValue, parser: DocumentParser) {
            location = value.location
            // `true` and `{}` allow anything; `false` is taken for it too, since no value could be sent otherwise.
            let written = value.bool == nil ? value : SpecValue(kind: .object([]), location: value.location)
            var object = ObjectReader(written, "a schema", parser: parser)
            reference = object.value("$ref").flatMap { parser.schemaReference($0) }
            let type = object.value("type")
            types = type?.string.map { [$0] } ?? type?.elements?.compactMap(\.string) ?? []
            let known = ["string", "integer", "number", "boolean", "array", "object", "null"]
            for name in types where !known.contains(name) {
                parser.diagnostics.error(.unknownValue(name, of: "type", allowed: known), at: type?.location ?? location)
            }
            format = object.string("format")
            title = object.string("title")
            description = object.string("description")
            let vendorValues = object.value("x-extensible-enum")?.elements
            enumeration = object.value("enum")?.elements ?? vendorValues
            constant = object.value("const")
            defaultValue = object.value("default")
            examples = (object.value("example").map { [$0] } ?? []) + object.array("examples")
            properties = object.object("properties").map { ($0.key, parser.schema($0.value), $0.location) }
            required = object.value("required")?.elements?.compactMap(\.string) ?? []
            additionalProperties = object.value("additionalProperties").map { value in
                value.bool.map { .allowed($0) } ?? .schema(parser.schema(value))
            }
            items = object.value("items").map { parser.schema($0) }
            allOf = object.array("allOf").map { parser.schema($0) }
            oneOf = object.array("oneOf").map { parser.schema($0) }
            anyOf = object.array("anyOf").map { parser.schema($0) }
            discriminator = object.value("discriminator").map { Discriminator($0, parser: parser) }
            isNullable = object.bool("nullable") ?? false
            isDeprecated = object.bool("deprecated") ?? false
            constraints = Constraints(&object)
            swiftName = object.string("x-apigen-name")
            identifier = object.value("x-apigen-identifier").map { Identifier($0, parser: parser) }
            let modelAsString = object.value("x-ms-enum")?["modelAsString"]?.bool
            isOpen = object.bool("x-apigen-open") ?? modelAsString ?? vendorValues.map { _ in true }
            absent = object.value("x-apigen-absent")
            shorthand = object.value("x-apigen-shorthand")
            isCaseInsensitive = object.bool("x-apigen-case-insensitive") ?? false
            wrappers = object.object("x-apigen-wrappers")
            valueNames = object.strings("x-enum-varnames")
            valueDescriptions = object.strings("x-enum-descriptions")
            quirks = Quirk.list(&object)
            // Not needed for types: read by validators of JSON Schema, or for people.
            for key in Self.ignoredKeys { _ = object.value(key) }
            object.finish()
        }

        private static let ignoredKeys = [
            "$schema", "$id", "$comment", "$anchor", "$defs", "readOnly", "writeOnly", "xml", "externalDocs", "not", "if", "then",
            "else",
            "patternProperties", "propertyNames", "prefixItems", "contains", "minContains", "maxContains", "contentEncoding",
            "contentMediaType", "contentSchema", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
            "unevaluatedItems",
        ]
    }

    /// The Discriminator Object.
    package struct Discriminator: Sendable {
        package let propertyName: String
        /// From value to schema: a reference, or the bare name of one.
        package let mapping: [(value: String, target: SpecValue)]

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a discriminator", parser: parser)
            propertyName = object.requiredString("propertyName")
            mapping = object.object("mapping").map { ($0.key, $0.value) }
            object.finish()
        }
    }

    /// What a schema demands of its values beyond their type.
    package struct Constraints: Sendable {
        package let minimum: Double?
        package let maximum: Double?
        package let exclusiveMinimum: Double?
        package let exclusiveMaximum: Double?
        package let multipleOf: Double?
        package let minLength: Int?
        package let maxLength: Int?
        package let pattern: String?
        package let minItems: Int?
        package let maxItems: Int?
        package let uniqueItems: Bool

        init(_ object: inout ObjectReader) {
            let lower = object.value("minimum")?.number, upper = object.value("maximum")?.number
            let exclusiveLower = object.value("exclusiveMinimum"), exclusiveUpper = object.value("exclusiveMaximum")
            // OpenAPI 3.0 has a boolean here that makes the other bound exclusive.
            minimum = exclusiveLower?.bool == true ? nil : lower
            maximum = exclusiveUpper?.bool == true ? nil : upper
            exclusiveMinimum = exclusiveLower?.bool == true ? lower : exclusiveLower?.number
            exclusiveMaximum = exclusiveUpper?.bool == true ? upper : exclusiveUpper?.number
            multipleOf = object.number("multipleOf")
            minLength = object.integer("minLength")
            maxLength = object.integer("maxLength")
            pattern = object.string("pattern")
            minItems = object.integer("minItems")
            maxItems = object.integer("maxItems")
            uniqueItems = object.bool("uniqueItems") ?? false
            _ = object.value("minProperties")
            _ = object.value("maxProperties")
        }
    }
}
