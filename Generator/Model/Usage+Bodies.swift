import OpenAPIDocument
import SpecDiagnostics

extension Usage {
    /// Takes apart the bodies that serve nothing but to be sent, so that methods take their members as arguments.
    func flattenBodies(of operations: inout [Operation]) {
        for index in operations.indices {
            guard let body = operations[index].body, body.isRequired, case .named(let name) = body.type, isWholeBody(name),
                case .model(let model) = registry.declarations[name]
            else { continue }
            let taken = operations[index].parameters.map(\.name.swift) + (operations[index].waiter == nil ? [] : ["timeout"])
            if !model.properties.contains(where: { taken.contains($0.name.swift) }) { operations[index].body?.flattened = model }
        }
    }

    /// Reports values of methods and limits that cannot be written into the body.
    func checkMembers(of operations: [Operation], reporting diagnostics: Diagnostics) {
        for operation in operations {
            for method in operation.methods where !(method.fixed.isEmpty && method.omitted.isEmpty) {
                guard let model = operation.body?.flattened else {
                    let wayOut = "give the operation a required body of named members that nothing else uses"
                    diagnostics.error(
                        .unsupported("'fixed' and 'omit' without arguments for the members of the body", wayOut: wayOut),
                        at: method.location
                    )
                    continue
                }
                for member in method.fixed { check(member, of: model, reporting: diagnostics) }
            }
            guard case .named(let name)? = operation.body?.type, case .model(let model) = registry.declarations[name] else {
                continue
            }
            for condition in operation.timeout?.conditions ?? [] {
                check(condition.member, condition.value, of: model, reporting: diagnostics)
            }
        }
    }

    private func check(_ member: SpecValue.Member, of model: Model, reporting diagnostics: Diagnostics) {
        check(member.key, member.value, of: model, reporting: diagnostics)
    }

    private func check(_ name: String, _ value: SpecValue, of model: Model, reporting diagnostics: Diagnostics) {
        // What does not fit the schema, or is no member at all, has been reported as such.
        if diagnostics.hasErrors { return }
        let property = model.properties.first { $0.name.wire == name }
        if let property, takes(property.type, value) { return }
        let type = property.map { "a member of type \($0.type.spelling)" } ?? "a member without a name in Swift"
        diagnostics.error(.unsupported("\(value.words) for \(type)", wayOut: "leave '\(name)' to the caller"), at: value.location)
    }

    /// Whether a value is one that a literal of the type can say.
    private func takes(_ type: TypeReference, _ value: SpecValue) -> Bool {
        switch type {
        case .string: return value.string != nil
        case .bool: return value.bool != nil
        case .int, .int32, .int64, .lenientInt, .lenientInt64: return value.integer != nil
        case .double: return value.number != nil
        case .nullable(let wrapped): return value.isNull || takes(wrapped, value)
        case .named(let name):
            switch registry.declarations[name] {
            case .identifier: return value.string != nil
            case .enumeration(let enumeration): return enumeration.isInteger ? value.integer != nil : value.string != nil
            default: return false
            }
        default: return false
        }
    }
}
