/// Settles what depends on where a type is used: enumerations are open in answers, and models of requests can be made by callers.
struct Usage {
    private let registry: TypeRegistry
    private var inRequests: Set<String> = []
    private var inAnswers: Set<String> = []

    init(of operations: [Operation], registry: TypeRegistry) {
        self.registry = registry
        for operation in operations {
            for parameter in operation.parameters { Self.visit(parameter.type, in: registry, into: &inRequests) }
            if let body = operation.body { Self.visit(body.type, in: registry, into: &inRequests) }
            switch operation.output {
            case .single(let type, _): Self.visit(type, in: registry, into: &inAnswers)
            case .alternatives(_, let alternatives):
                for alternative in alternatives { Self.visit(alternative.type, in: registry, into: &inAnswers) }
            }
        }
    }

    private static func visit(_ type: TypeReference, in registry: TypeRegistry, into names: inout Set<String>) {
        for name in type.names where names.insert(name).inserted {
            switch registry.declarations[name] {
            case .model(let model):
                for property in model.properties { visit(property.type, in: registry, into: &names) }
            case .union(let union):
                for unionCase in union.cases { visit(unionCase.type, in: registry, into: &names) }
            default: break
            }
        }
    }

    /// Writes what was found into the declarations.
    func settle() {
        for name in registry.order {
            switch registry.declarations[name] {
            case .enumeration(var enumeration):
                let isOnlyAsked = inRequests.contains(name) && !inAnswers.contains(name)
                enumeration.isOpen = enumeration.isOpenBySpecification ?? !isOnlyAsked
                registry.declare(.enumeration(enumeration))
            case .model(var model):
                model.isBuiltByCallers = inRequests.contains(name) || !inAnswers.contains(name)
                registry.declare(.model(model))
            default: break
            }
        }
        settleMembers()
    }

    /// Placeholders depend on what an enumeration became, and boxes on which models contain themselves.
    private func settleMembers() {
        for name in registry.order {
            guard case .model(let model) = registry.declarations[name] else { continue }
            var settled = Model(
                name: model.name,
                documentation: model.documentation,
                properties: model.properties.map { settle($0, of: name) },
                location: model.location,
                shorthand: model.shorthand
            )
            settled.isBuiltByCallers = model.isBuiltByCallers
            registry.declare(.model(settled))
        }
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
            switch registry.declarations[name] {
            case .model(let model):
                return model.properties.contains { if case .named(let next) = $0.type { search(next) } else { false } }
            case .union(let union):
                return union.cases.contains { if case .named(let next) = $0.type { search(next) } else { false } }
            default: return false
            }
        }
        return search(outer)
    }
}
