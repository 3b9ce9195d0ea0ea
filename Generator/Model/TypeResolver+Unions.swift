import OpenAPIDocument
import SpecDiagnostics

extension TypeResolver {
    /// `oneOf` and `anyOf`: null beside one schema is an optional, several schemas are an enumeration with a case for each.
    func union(of schema: Schema, name: String, nullable: Bool, claim: () -> String) -> Resolved {
        let written = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
        let branches = written.filter { $0.types != ["null"] }
        let isNullable = nullable || branches.count < written.count
        if branches.isEmpty { return Resolved(type: .json, isNullable: true) }
        if branches.count == 1 {
            var inner = resolve(branches[0], name: name)
            inner.isNullable = inner.isNullable || isNullable
            return inner
        }
        // Branches that only say which members are required together describe one object.
        if !schema.properties.isEmpty, branches.allSatisfy({ target(of: $0)?.properties.isEmpty == true && $0.reference == nil })
        {
            return Resolved(type: object(schema, claim: claim, name: name), isNullable: isNullable)
        }

        let name = claim()
        var taken: Set<String> = ["unrecognized"]
        var cases: [Union.Case] = []
        var anyNull = isNullable
        for (index, branch) in branches.enumerated() {
            let resolved = resolve(branch, name: "\(name)Option\(index + 1)")
            anyNull = anyNull || resolved.isNullable
            let type = resolved.type.asElement
            if cases.contains(where: { $0.type == type }) { continue }
            var caseName = Name.lowerCamel(caseName(of: type, index: index))
            while taken.contains(caseName) { caseName += "\(index + 1)" }
            taken.insert(caseName)
            cases.append(
                Union.Case(
                    name: Name(wire: caseName, swift: caseName),
                    type: type,
                    discriminatorValues: discriminatorValues(for: branch, in: schema)
                )
            )
        }
        registry.declare(
            .union(
                Union(
                    name: name,
                    documentation: Documentation(description: schema.description ?? schema.title, quirks: schema.quirks),
                    cases: cases,
                    discriminator: schema.discriminator?.propertyName,
                    location: schema.location
                )
            )
        )
        return Resolved(type: .named(name), isNullable: anyNull)
    }

    private func caseName(of type: TypeReference, index: Int) -> String {
        switch type {
        case .named(let name): name
        case .array(.named(let name)): name + "List"
        case .array(let element): caseName(of: element, index: index) + "s"
        case .string, .url, .date, .data, .file: "text"
        case .bool, .flag: "flag"
        case .int, .int32, .int64, .lenientInt, .lenientInt64: "integer"
        case .double, .decimal: "number"
        case .object, .dictionary: "object"
        case .optional(let inner), .nullable(let inner): caseName(of: inner, index: index)
        case .json, .void: "option\(index + 1)"
        }
    }

    /// The values that choose a branch: those of the mapping, else the name of the schema.
    private func discriminatorValues(for branch: Schema, in schema: Schema) -> [String] {
        guard let discriminator = schema.discriminator, let reference = branch.reference else { return [] }
        let mapped = discriminator.mapping.filter { entry in
            guard let target = entry.target.string else { return false }
            return target == reference.text || target == reference.name || target.hasSuffix("/" + reference.name)
        }
        for entry in discriminator.mapping where entry.target.string == nil {
            diagnostics.error(
                .wrongType(of: "a target of 'mapping'", expected: "a string", found: entry.target.kindName),
                at: entry.target.location
            )
        }
        if !mapped.isEmpty { return mapped.map(\.value) }
        // A member with a constant in the branch says the value as well.
        let member = members(of: branch).properties.first { $0.name == discriminator.propertyName }?.schema
        let values = member.map { [$0.constant?.string].compactMap { $0 } + ($0.enumeration ?? []).compactMap(\.string) } ?? []
        return values.isEmpty ? [reference.name] : values
    }
}
