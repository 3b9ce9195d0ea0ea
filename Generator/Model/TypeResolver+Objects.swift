import OpenAPIDocument
import SpecDiagnostics

extension TypeResolver {
    /// The members of an object, those of `allOf` included.
    struct Members {
        var properties: [(name: String, schema: Schema, location: SourceLocation)] = []
        var required: Set<String> = []
        var additional: Schema.AdditionalProperties?

        /// A later mention of a member refines an earlier one.
        mutating func add(_ property: (name: String, schema: Schema, location: SourceLocation)) {
            if let index = properties.firstIndex(where: { $0.name == property.name }) {
                properties[index] = property
            } else {
                properties.append(property)
            }
        }
    }

    func members(of schema: Schema, depth: Int = 0) -> Members {
        var members = Members()
        guard depth < 32, let schema = target(of: schema) else { return members }
        for part in schema.allOf {
            let inner = self.members(of: part, depth: depth + 1)
            for property in inner.properties { members.add(property) }
            members.required.formUnion(inner.required)
            members.additional = inner.additional ?? members.additional
        }
        for property in schema.properties { members.add(property) }
        members.required.formUnion(schema.required)
        members.additional = schema.additionalProperties ?? members.additional
        return members
    }

    /// A model, or a dictionary where no members are named.
    func object(_ schema: Schema, claim: () -> String, name: String) -> TypeReference {
        let members = members(of: schema)
        if members.properties.isEmpty {
            if case .schema(let value) = members.additional {
                let resolved = resolve(value, name: name + "Value")
                let type = resolved.type.asElement
                return .dictionary(resolved.isNullable && type != .json ? .optional(type) : type)
            }
            return .object
        }
        let name = claim()
        var taken: Set<String> = ["unknownMembers", "fields", "members", "hashValue"]
        let properties = members.properties.map { property in
            self.property(
                property.name,
                property.schema,
                of: name,
                isRequired: members.required.contains(property.name),
                taken: &taken
            )
        }
        let description = schema.description ?? schema.allOf.lazy.compactMap { self.target(of: $0)?.description }.first
        registry.declare(
            .model(
                Model(
                    name: name,
                    documentation: Documentation(description: description ?? schema.title, quirks: schema.quirks),
                    properties: properties,
                    location: schema.location
                )
            )
        )
        return .named(name)
    }

    private func property(_ wire: String, _ schema: Schema, of model: String, isRequired: Bool, taken: inout Set<String>)
        -> Property
    {
        let target = target(of: schema)
        let resolved = resolve(schema, name: model + Name.upperCamel(wire))
        var name = Name.member(wire, renamed: schema.swiftName(besides: target))
        if name.swift.isEmpty || !Name.isUsable(name.swift) {
            name = Name(wire: wire, swift: "member\(taken.count)")
        }
        if taken.contains(name.swift) {
            if schema.swiftName != nil { diagnostics.error(.duplicateMemberName(name.swift, in: model), at: schema.location) }
            name = Name(wire: wire, swift: name.swift + "Member")
        }
        while taken.contains(name.swift) { name = Name(wire: wire, swift: name.swift + "_") }
        taken.insert(name.swift)

        let type = resolved.type
        let emptyDefault = (schema.defaultValue ?? target?.defaultValue)?.elements?.isEmpty == true
        var isList = false
        if case .array = type { isList = true }
        let nullIsEmpty = isList && resolved.isNullable && emptyDefault
        let absent = (schema.absent ?? target?.absent).flatMap(Literal.init)
        let isOptional = !nullIsEmpty && (!isRequired || resolved.isNullable || absent != nil)
        return Property(
            name: name,
            documentation: Documentation(
                description: schema.description ?? target?.description,
                quirks: schema.quirks
            ),
            type: type,
            isOptional: isOptional,
            isRequired: isRequired,
            absent: absent,
            nullIsEmpty: nullIsEmpty,
            isDeprecated: schema.isDeprecated,
            schema: summary(schema)
        )
    }
}

extension Document.Schema {
    /// The Swift name given to a member, as opposed to one given to its type.
    fileprivate func swiftName(besides target: Document.Schema?) -> String? {
        if reference != nil { return swiftName }
        // On an object or an enumeration the name is the type's.
        return properties.isEmpty && enumeration == nil && oneOf.isEmpty && anyOf.isEmpty && allOf.isEmpty ? swiftName : nil
    }
}
