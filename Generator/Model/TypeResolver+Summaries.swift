import OpenAPIDocument

extension TypeResolver {
    /// What people and servers want to know of a schema; nested objects are told to a bounded depth.
    func summary(_ schema: Schema, depth: Int = 0) -> SchemaSummary {
        let target = target(of: schema) ?? schema
        var wireTypes = target.types.filter { $0 != "null" }
        if wireTypes.isEmpty, !target.properties.isEmpty || !target.allOf.isEmpty { wireTypes = ["object"] }
        let goesDeeper = depth < 8
        let members = goesDeeper && wireTypes.contains("object") ? members(of: target) : Members()
        var isClosed = false
        if case .allowed(false) = members.additional { isClosed = true }
        let constraints = target.constraints
        return SchemaSummary(
            wireTypes: wireTypes,
            format: target.format,
            isNullable: isNullable(schema) || isNullable(target),
            defaultValue: (schema.defaultValue ?? target.defaultValue).flatMap(Literal.init),
            values: (target.enumeration ?? []).compactMap(Literal.init),
            minimum: constraints.minimum ?? constraints.exclusiveMinimum,
            maximum: constraints.maximum ?? constraints.exclusiveMaximum,
            minLength: constraints.minLength,
            maxLength: constraints.maxLength,
            pattern: constraints.pattern,
            members: members.properties.map {
                ($0.name, summary($0.schema, depth: depth + 1), members.required.contains($0.name))
            },
            isClosed: isClosed,
            items: goesDeeper ? target.items.map { [summary($0, depth: depth + 1)] } ?? [] : [],
            example: schema.examples.first ?? target.examples.first,
            replacements: target.identifier?.replacements ?? [],
            reserved: target.identifier?.reserved ?? []
        )
    }
}
