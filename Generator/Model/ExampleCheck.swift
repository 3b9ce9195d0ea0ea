import OpenAPIDocument
import SpecDiagnostics

/// Checks that an example fits the schema it illustrates.
struct ExampleCheck {
    let types: TypeResolver
    let diagnostics: Diagnostics

    func check(_ value: SpecValue, against schema: Document.Schema, path: String = "$", depth: Int = 0) {
        guard depth < 64, let target = types.target(of: schema) else { return }
        if value.isNull {
            if !types.isNullable(target), !types.isNullable(schema), !target.types.isEmpty { report(value, path, "is null") }
            return
        }
        guard target.oneOf.isEmpty, target.anyOf.isEmpty else { return }
        if let values = target.enumeration, target.isOpen != true,
            !values.contains(where: { $0.number.map { $0 == value.number } ?? (Literal($0) == Literal(value)) })
        {
            report(value, path, "is none of the values listed")
        }
        let allowed = target.types.filter { $0 != "null" }
        if !allowed.isEmpty, !allowed.contains(where: { fits(value, $0) }) {
            report(value, path, "is \(value.kindName), not \(allowed.joined(separator: " or "))")
            return
        }
        if let elements = value.elements, let items = target.items {
            for (index, element) in elements.enumerated() {
                check(element, against: items, path: "\(path)[\(index)]", depth: depth + 1)
            }
        }
        guard let members = value.members else { return }
        let declared = types.members(of: target)
        for name in declared.required.sorted() where value[name] == nil { report(value, path, "lacks '\(name)'") }
        for member in members {
            if let property = declared.properties.first(where: { $0.name == member.key }) {
                check(member.value, against: property.schema, path: "\(path).\(member.key)", depth: depth + 1)
            } else if case .allowed(false) = declared.additional {
                report(member.value, "\(path).\(member.key)", "is not declared")
            }
        }
    }

    private func fits(_ value: SpecValue, _ type: String) -> Bool {
        switch type {
        case "string": value.string != nil
        case "integer": value.integer != nil
        case "number": value.number != nil
        case "boolean": value.bool != nil
        case "array": value.elements != nil
        case "object": value.members != nil
        default: true
        }
    }

    private func report(_ value: SpecValue, _ path: String, _ reason: String) {
        diagnostics.warning(.exampleMismatch(path: path, reason: reason), at: value.location)
    }
}
