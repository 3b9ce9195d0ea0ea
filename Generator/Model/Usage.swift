/// Settles what depends on where a type is used: enumerations are open in answers, models of requests can be made by callers, and
/// those that are only sent tell null from absence.
struct Usage {
    let registry: TypeRegistry
    private var inParameters: Set<String> = []
    private var inBodies: Set<String> = []
    private var inAnswers: Set<String> = []
    /// Types of forms, where null cannot be said.
    private var inForms: Set<String> = []
    /// Types within others.
    private var nested: Set<String> = []

    init(of operations: [Operation], registry: TypeRegistry) {
        self.registry = registry
        for operation in operations {
            for parameter in operation.parameters { Self.visit(parameter.type, in: registry, into: &inParameters) }
            if let body = operation.body {
                Self.visit(body.type, in: registry, into: &inBodies)
                if case .named(let name) = body.type {
                    if case .json = body.encoding {} else { inForms.insert(name) }
                } else {
                    nested.formUnion(body.type.names)
                }
            }
            for type in operation.output.payloads + operation.callbacks.map(\.type) {
                Self.visit(type, in: registry, into: &inAnswers)
            }
        }
        for declaration in registry.all { nested.formUnion(declaration.parts.flatMap(\.names)) }
    }

    /// Whether a type serves nothing but to be sent as the whole body of requests.
    func isWholeBody(_ name: String) -> Bool {
        inBodies.contains(name) && !nested.contains(name) && !inAnswers.contains(name) && !inParameters.contains(name)
    }

    private func isInRequests(_ name: String) -> Bool { inParameters.contains(name) || inBodies.contains(name) }

    /// Whether a type is only ever sent, as JSON.
    private func tellsNullFromAbsence(_ name: String) -> Bool {
        inBodies.contains(name) && !inAnswers.contains(name) && !inParameters.contains(name) && !inForms.contains(name)
    }

    private static func visit(_ type: TypeReference, in registry: TypeRegistry, into names: inout Set<String>) {
        for name in type.names where names.insert(name).inserted {
            for part in registry.declarations[name]?.parts ?? [] { visit(part, in: registry, into: &names) }
        }
    }

    /// Writes what was found into the declarations.
    func settle() {
        for name in registry.order {
            switch registry.declarations[name] {
            case .enumeration(var enumeration):
                let isOnlyAsked = isInRequests(name) && !inAnswers.contains(name)
                enumeration.isOpen = enumeration.isOpenBySpecification ?? !isOnlyAsked
                registry.declare(.enumeration(enumeration))
            case .model(var model):
                model.isBuiltByCallers = isInRequests(name) || !inAnswers.contains(name)
                registry.declare(.model(model))
            default: break
            }
        }
        settleMembers()
    }

    /// Placeholders depend on what an enumeration became, and boxes on which models contain themselves.
    private func settleMembers() {
        for name in registry.order {
            guard case .model(var model) = registry.declarations[name] else { continue }
            model.properties = model.properties.map { settle($0, of: name) }
            registry.declare(.model(model))
        }
        for name in registry.order where tellsNullFromAbsence(name) {
            guard case .model(var model) = registry.declarations[name] else { continue }
            model.properties = model.properties.map { property in
                var property = property
                if canBeNullOrAbsent(property) { property.type = .nullable(property.type) }
                return property
            }
            registry.declare(.model(model))
        }
    }

    /// Whether a member has three states to a sender: a value, null, and left out. Free-form values say null themselves.
    private func canBeNullOrAbsent(_ property: Property) -> Bool {
        guard property.isOptional, !property.isRequired, property.isNullable, property.absent == nil else { return false }
        if case .named(let name) = property.type, case .wrapper = registry.declarations[name] { return false }
        return property.type != .json
    }

    private func settle(_ property: Property, of model: String) -> Property {
        var property = property
        guard case .named(let name) = property.type else { return property }
        property.isBoxed = contains(name, model)
        if requires(name, model) {
            // No JSON that ends can have it, so it cannot be demanded either.
            property.isOptional = true
            property.isRequired = false
        }
        if !property.isOptional { property.placeholder = placeholder(name) }
        return property
    }

    private func placeholder(_ name: String) -> Property.Placeholder {
        switch registry.declarations[name] {
        case .model: .model
        case .identifier: .rawString
        case .union: .union
        case .wrapper: .wrapper
        case .enumeration(let type):
            if type.isOpen {
                type.isInteger && !type.isNamed ? .rawInteger : .rawString
            } else {
                .firstCase(type.cases.first?.name.identifier ?? "")
            }
        case nil: .none
        }
    }

    /// Whether every value of one type must hold one of another, and so on without end.
    private func requires(_ outer: String, _ inner: String) -> Bool {
        var seen: Set<String> = []
        func search(_ name: String) -> Bool {
            if name == inner { return true }
            guard seen.insert(name).inserted, case .model(let model) = registry.declarations[name] else { return false }
            return model.properties.contains { property in
                if !property.isOptional, case .named(let next) = property.type { search(next) } else { false }
            }
        }
        return search(outer)
    }

    /// Whether a value of one type holds, without a list between, one of another.
    private func contains(_ outer: String, _ inner: String) -> Bool {
        var seen: Set<String> = []
        func search(_ name: String) -> Bool {
            if name == inner { return true }
            guard seen.insert(name).inserted else { return false }
            return (registry.declarations[name]?.parts ?? []).contains {
                if case .named(let next) = $0 { search(next) } else { false }
            }
        }
        return search(outer)
    }
}

extension TypeDeclaration {
    /// The types of what it holds.
    fileprivate var parts: [TypeReference] {
        switch self {
        case .model(let model): model.properties.map(\.type)
        case .union(let union): union.cases.map(\.type)
        case .enumeration, .identifier, .wrapper: []
        }
    }
}
