import OpenAPIDocument

extension TypeResolver {
    /// What people and servers want to know of a schema itself; of an object's members and an array's elements nothing is told.
    func summary(_ schema: Schema) -> SchemaSummary {
        var budget = 0
        return summary(schema, budget: &budget)
    }

    /// The same with everything inside it, as far as a bounded number of values goes: schemas may contain each other.
    func wholeSummary(_ schema: Schema) -> SchemaSummary {
        var budget = 500
        return summary(schema, budget: &budget)
    }

    private func summary(_ schema: Schema, budget: inout Int) -> SchemaSummary {
        let target = target(of: schema) ?? schema
        var wireTypes = target.types.filter { $0 != "null" }
        if wireTypes.isEmpty, !target.properties.isEmpty || !target.allOf.isEmpty { wireTypes = ["object"] }
        let members = budget > 0 && wireTypes.contains("object") ? members(of: target) : Members()
        var isClosed = false
        if case .allowed(false) = members.additional { isClosed = true }
        var summaries: [(name: String, summary: SchemaSummary, isRequired: Bool)] = []
        if members.properties.count <= budget {
            budget -= members.properties.count
            for property in members.properties {
                let summary = summary(property.schema, budget: &budget)
                summaries.append((property.name, summary, members.required.contains(property.name)))
            }
        } else {
            isClosed = false
        }
        // What an array holds is worth one word even where there is no room for more.
        budget -= target.items == nil ? 0 : 1
        let items = budget > -8 ? target.items.map { [summary($0, budget: &budget)] } ?? [] : []
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
            members: summaries,
            isClosed: isClosed,
            items: items,
            example: schema.examples.first ?? target.examples.first,
            replacements: target.identifier?.replacements ?? [],
            reserved: target.identifier?.reserved ?? []
        )
    }
}
