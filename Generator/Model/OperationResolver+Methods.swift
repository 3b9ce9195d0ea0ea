import OpenAPIDocument
import SpecDiagnostics

extension OperationResolver {
    /// The methods that the specification lists, or the one that every operation has.
    func methods(of operation: Document.Operation, id: String) -> [FlatMethod] {
        guard !operation.methods.isEmpty else {
            return [
                FlatMethod(
                    name: usable(operation.methodName ?? Name.lowerCamel(id), orElse: "unnamed", at: operation.location),
                    documentation: Documentation(
                        summary: operation.summary,
                        description: operation.description,
                        quirks: operation.quirks
                    ),
                    fixed: [],
                    omitted: [],
                    location: operation.location
                )
            ]
        }
        let members = bodyMembers(of: operation)
        return operation.methods.map { method in
            check(method, against: members, id: id)
            return FlatMethod(
                name: usable(method.name, orElse: "unnamed", at: method.location),
                documentation: Documentation(
                    summary: method.summary ?? operation.summary,
                    description: method.description ?? (method.summary == nil ? operation.description : nil),
                    quirks: operation.quirks
                ),
                fixed: method.fixed,
                omitted: method.omitted,
                location: method.location
            )
        }
    }

    private func check(_ method: Document.FlatMethod, against members: TypeResolver.Members, id: String) {
        for member in method.fixed { check(member, against: members, id: id) }
        for omitted in method.omitted {
            guard let name = omitted.string else { continue }
            if !members.properties.contains(where: { $0.name == name }) {
                reportUnknown(name, at: omitted.location, members, id: id)
            } else if method.fixed.contains(where: { $0.key == name }) {
                diagnostics.error(.conflictingKeys("fixed: \(name)", "omit: \(name)"), at: omitted.location)
            } else if members.required.contains(name) {
                diagnostics.error(.omittedMember(name, method: method.name), at: omitted.location)
            }
        }
    }

    /// The limit for one attempt, with the conditions it stands under.
    func timeout(of operation: Document.Operation, id: String) -> Timeout? {
        guard let timeout = operation.timeout else { return nil }
        let members = timeout.conditions.isEmpty ? TypeResolver.Members() : bodyMembers(of: operation)
        let conditions = timeout.conditions.map { member -> Timeout.Condition in
            check(member, against: members, id: id)
            let schema = members.properties.first { $0.name == member.key }?.schema
            let implied = schema.flatMap { $0.defaultValue ?? types.target(of: $0)?.defaultValue }.flatMap(Literal.init)
            return .init(
                member: member.key,
                value: member.value,
                holdsIfMissing: implied != nil && implied == Literal(member.value)
            )
        }
        return Timeout(seconds: timeout.seconds, conditions: conditions)
    }

    /// A member with a value that is written for it must be there, and take the value.
    private func check(_ member: SpecValue.Member, against members: TypeResolver.Members, id: String) {
        guard let property = members.properties.first(where: { $0.name == member.key }) else {
            return reportUnknown(member.key, at: member.location, members, id: id)
        }
        ExampleCheck(ofMember: member.key, types: types, diagnostics: diagnostics).check(member.value, against: property.schema)
    }

    private func reportUnknown(_ name: String, at location: SourceLocation, _ members: TypeResolver.Members, id: String) {
        let candidates = members.properties.map(\.name)
        diagnostics.error(.unknownMember(name, of: "the body of '\(id)'", candidates: candidates), at: location)
    }

    private func bodyMembers(of operation: Document.Operation) -> TypeResolver.Members {
        let body = operation.requestBody.flatMap { find($0, in: document.requestBodies) }
        let schema = body.flatMap { Self.preferred(among: $0.content) }?.schema
        return schema.map { types.members(of: $0) } ?? TypeResolver.Members()
    }
}
