import OpenAPIDocument
import SpecDiagnostics

/// Checks that a value written in the specification fits the schema it is written for.
struct ExampleCheck {
    let types: TypeResolver
    let report: (_ value: SpecValue, _ path: String, _ reason: String) -> Void

    /// Warns of examples that do not fit what they illustrate.
    init(types: TypeResolver, diagnostics: Diagnostics) {
        self.types = types
        report = { value, path, reason in
            diagnostics.warning(.exampleMismatch(path: path, reason: reason), at: value.location)
        }
    }

    /// Refuses values that do not fit the member they are meant for.
    init(ofMember name: String, types: TypeResolver, diagnostics: Diagnostics) {
        self.types = types
        report = { value, path, reason in
            diagnostics.error(.valueMismatch(of: name, path: path, reason: reason), at: value.location)
        }
    }

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
        if let reason = target.constraints.violation(by: value, format: target.format) { report(value, path, reason) }
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
}

extension Document.Constraints {
    /// What is wrong with a value, if it keeps within the type but not within these bounds.
    fileprivate func violation(by value: SpecValue, format: String?) -> String? {
        if let number = value.number {
            if let minimum, number < minimum { return "is below the minimum" }
            if let maximum, number > maximum { return "is above the maximum" }
            if let exclusiveMinimum, number <= exclusiveMinimum { return "is not above the exclusive minimum" }
            if let exclusiveMaximum, number >= exclusiveMaximum { return "is not below the exclusive maximum" }
            if format == "int32", value.integer.flatMap({ Int32(exactly: $0) }) == nil { return "does not fit 32 bits" }
        }
        if let text = value.string {
            if let minLength, text.unicodeScalars.count < minLength { return "is too short" }
            if let maxLength, text.unicodeScalars.count > maxLength { return "is too long" }
        }
        if let elements = value.elements {
            if let minItems, elements.count < minItems { return "has too few elements" }
            if let maxItems, elements.count > maxItems { return "has too many elements" }
        }
        return nil
    }
}
