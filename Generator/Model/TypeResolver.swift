import OpenAPIDocument
import SpecDiagnostics

/// Decides the Swift type of each schema, and declares the types that are needed.
final class TypeResolver {
    typealias Schema = Document.Schema

    /// A type, and whether null stands beside it.
    struct Resolved {
        var type: TypeReference
        var isNullable = false
    }

    let document: Document
    let diagnostics: Diagnostics
    let registry: TypeRegistry
    private var byReference: [String: Resolved] = [:]
    private var open: Set<String> = []
    var knownMembers: [ObjectIdentifier: Members] = [:]
    /// The names that referenced schemas got, to tell bodies of one operation from shared types.
    private(set) var inlineNames: Set<String> = []

    init(document: Document, registry: TypeRegistry, diagnostics: Diagnostics) {
        self.document = document
        self.registry = registry
        self.diagnostics = diagnostics
    }

    /// What a schema is once its references are followed.
    func target(of schema: Schema) -> Schema? {
        var schema = schema
        var visited: Set<String> = []
        while let reference = schema.reference {
            guard visited.insert(reference.key).inserted, let next = document.schemas[reference.key] else { return nil }
            schema = next
        }
        return schema
    }

    /// The type of a schema; `name` is for a type that has to be declared and is not named itself.
    func resolve(_ schema: Schema, name: String) -> Resolved {
        guard let reference = schema.reference else { return declare(schema, name: name, isReferenced: false) }
        var resolved = resolve(reference)
        if schema.isNullable || schema.types.contains("null") { resolved.isNullable = true }
        return resolved
    }

    /// The type of what a reference leads to, decided once.
    func resolve(_ reference: Document.Reference) -> Resolved {
        if let known = byReference[reference.key] { return known }
        // What leads nowhere has been reported by the document.
        guard let target = document.schemas[reference.key] else { return Resolved(type: .json) }
        guard open.insert(reference.key).inserted else {
            // Declared types are known before their members: only what has no type of its own gets here.
            if target.items != nil || target.additionalProperties != nil {
                let wayOut = "it is read as any JSON; an object around it gives it a type"
                diagnostics.warning(.unsupported("a list that contains itself", wayOut: wayOut), at: reference.location)
            } else {
                diagnostics.error(.referenceCycle(reference.text), at: reference.location)
            }
            return Resolved(type: .json)
        }
        let name = Name.upperCamel(reference.name)
        let resolved =
            target.reference == nil
            ? declare(target, name: name, isReferenced: true, key: reference.key) : resolve(target, name: name)
        byReference[reference.key] = resolved
        open.remove(reference.key)
        return resolved
    }

    /// Takes the name of a type to be declared, and lets references to it find it while its members are still to come.
    func claim(_ schema: Schema, name: String, isReferenced: Bool, key: String?) -> String {
        let claimed: String
        if let chosen = schema.swiftName {
            claimed = registry.claim(chosen, at: schema.location)
        } else if isReferenced {
            claimed = registry.claim(name, at: schema.location)
        } else {
            claimed = registry.claimSimilar(to: name, at: schema.location, suffix: "Value")
            inlineNames.insert(claimed)
        }
        if let key { byReference[key] = Resolved(type: .named(claimed), isNullable: isNullable(schema)) }
        return claimed
    }

    func isNullable(_ schema: Schema) -> Bool {
        schema.isNullable || schema.types.contains("null") || schema.enumeration?.contains { $0.isNull } == true
    }

    private func declare(_ schema: Schema, name: String, isReferenced: Bool, key: String? = nil) -> Resolved {
        var resolved = Resolved(type: .json, isNullable: isNullable(schema))
        let claim = { [self] in self.claim(schema, name: name, isReferenced: isReferenced, key: key) }
        let types = schema.types.filter { $0 != "null" }

        if !schema.wrappers.isEmpty {
            checkIsFreeForm(schema)
            resolved.type = wrapper(schema, claim: claim)
        } else if schema.types == ["null"] {
            resolved.type = .json
        } else if !schema.oneOf.isEmpty || !schema.anyOf.isEmpty {
            return union(of: schema, name: name, nullable: resolved.isNullable, claim: claim)
        } else if schema.allOf.count == 1, schema.properties.isEmpty, let only = schema.allOf.first {
            var inner = resolve(only, name: name)
            inner.isNullable = inner.isNullable || resolved.isNullable
            return inner
        } else if !schema.allOf.isEmpty {
            resolved.type = object(schema, claim: claim, name: name)
        } else if schema.isFlag {
            resolved.type = .flag
        } else if let values = schema.enumeration?.filter({ !$0.isNull }), !values.isEmpty {
            resolved.type = enumeration(schema, values: values, claim: claim)
        } else if schema.identifier != nil, types == ["string"] {
            let name = claim()
            registry.declare(
                .identifier(
                    Identifier(
                        name: name,
                        documentation: Documentation(description: schema.description, quirks: schema.quirks),
                        replacements: schema.identifier?.replacements ?? [],
                        reserved: schema.identifier?.reserved ?? [],
                        location: schema.location
                    )
                )
            )
            resolved.type = .named(name)
        } else if let shorthand = schema.shorthand {
            resolved.type = object(schema, claim: claim, name: name)
            checkShorthand(shorthand, of: schema, types: types)
        } else if types.count > 1 {
            resolved.type = several(types, format: schema.format)
        } else {
            switch types.first ?? implied(schema) {
            case "string": resolved.type = string(schema)
            case "integer": resolved.type = integer(schema.format)
            case "number": resolved.type = schema.format == "decimal" ? .decimal : .double
            case "boolean": resolved.type = .bool
            case "array":
                let element = schema.items.map { resolve($0, name: name + "Item") } ?? Resolved(type: .json)
                let type = element.type.asElement
                resolved.type = .array(element.isNullable && type != .json ? .optional(type) : type)
            case "object": resolved.type = object(schema, claim: claim, name: name)
            default: resolved.type = .json
            }
        }
        return resolved
    }

    /// The type that is meant where none is written.
    private func implied(_ schema: Schema) -> String {
        if !schema.properties.isEmpty || schema.additionalProperties != nil { return "object" }
        if schema.items != nil { return "array" }
        if schema.constant?.string != nil { return "string" }
        return ""
    }

    private func several(_ types: [String], format: String?) -> TypeReference {
        switch Set(types) {
        case ["integer", "string"], ["integer", "number", "string"]: format == "int64" ? .lenientInt64 : .lenientInt
        case ["number", "string"]: format == "decimal" ? .decimal : .json
        case ["integer", "number"]: .double
        default: .json
        }
    }

    private func string(_ schema: Schema) -> TypeReference {
        switch schema.format {
        case "decimal": .decimal
        case "uri", "url": .url
        case "date-time": .date(.dateTime)
        case "byte": .data
        case "binary": .file
        default: .string
        }
    }

    private func integer(_ format: String?) -> TypeReference {
        switch format {
        case "int32": .int32
        case "int64": .int64
        case "unixtime": .date(.unixTime)
        case "unixtime-ms": .date(.unixTimeMilliseconds)
        case "unixtime-any": .date(.unixTimeAny)
        default: .int
        }
    }
}
