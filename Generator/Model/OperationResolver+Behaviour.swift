import OpenAPIDocument
import SpecDiagnostics

extension OperationResolver {
    func pagination(_ written: Document.Pagination, id: String, parameters: [Parameter], output: Document.Schema?) -> Pagination?
    {
        guard let output, let page = parameter(written.page, id: id, parameters),
            let items = member(written.items, of: output, id: id)
        else { return nil }
        guard case .array(let element) = items.type else {
            diagnostics.error(
                .wrongType(of: "'\(items.wire)'", expected: "an array", found: items.type.spelling),
                at: written.location
            )
            return nil
        }
        let size = written.size.flatMap { parameter($0, id: id, parameters) }
        var defaultSize = 0
        if case .integer(let value)? = size?.schema.defaultValue { defaultSize = Int(clamping: value) }
        return Pagination(
            page: page.name.identifier,
            size: size?.name.identifier,
            defaultSize: defaultSize,
            items: items.name,
            element: element,
            total: written.total.flatMap { member($0, of: output, id: id) }.map(\.published),
            pageEcho: written.pageEcho.flatMap { member($0, of: output, id: id) }.map(\.published),
            identity: written.identity.flatMap { identity($0, of: element) }
        )
    }

    func waiter(_ written: Document.Waiter, output: Document.Schema?) -> Waiter? {
        guard let output, let state = member(written.state, of: output, id: "the answer") else { return nil }
        guard let isRaw = isRawText(state.type), !state.isOptional else {
            diagnostics.error(
                .wrongType(of: "'\(state.wire)'", expected: "a required string", found: state.type.spelling),
                at: written.location
            )
            return nil
        }
        return Waiter(
            method: usable(written.method, orElse: "wait", at: written.location),
            updates: usable(written.updates, orElse: "updates", at: written.location),
            state: state.name,
            stateType: isRaw ? state.type.spelling : nil,
            schedule: written.schedule.isEmpty ? [2] : written.schedule,
            timeout: written.timeout,
            pending: written.pending,
            succeeded: written.succeeded,
            failed: written.failed,
            lingering: written.lingering
        )
    }

    private struct Member {
        let wire: String
        let name: String
        let type: TypeReference
        let isOptional: Bool

        var published: Pagination.Member { .init(name: name, isOptional: isOptional, type: type) }
    }

    private func parameter(_ written: SpecValue?, id: String, _ parameters: [Parameter]) -> Parameter? {
        guard let written, let name = written.string else { return nil }
        if let parameter = parameters.first(where: { $0.name.wire == name }) { return parameter }
        diagnostics.error(.unknownParameter(name, of: id, candidates: parameters.map(\.name.wire)), at: written.location)
        return nil
    }

    private func member(_ written: SpecValue?, of schema: Document.Schema, id: String) -> Member? {
        guard let written, let wire = written.string else { return nil }
        guard case .named(let typeName) = types.resolve(schema, name: "").type,
            case .model(let model) = types.registry.declarations[typeName]
        else {
            diagnostics.error(.unknownMember(wire, of: "the answer of '\(id)'", candidates: []), at: written.location)
            return nil
        }
        guard let property = model.properties.first(where: { $0.name.wire == wire }) else {
            diagnostics.error(
                .unknownMember(wire, of: typeName, candidates: model.properties.map(\.name.wire)),
                at: written.location
            )
            return nil
        }
        return Member(wire: wire, name: property.name.identifier, type: property.type, isOptional: property.isOptional)
    }

    private func identity(_ written: SpecValue, of element: TypeReference) -> Pagination.Identity? {
        guard let key = written.string else { return nil }
        guard case .named(let typeName) = element, case .model(let model) = types.registry.declarations[typeName] else {
            return .key(key)
        }
        guard let property = model.properties.first(where: { $0.name.wire == key }) else {
            diagnostics.error(
                .unknownMember(key, of: typeName, candidates: model.properties.map(\.name.wire)),
                at: written.location
            )
            return nil
        }
        guard let isRaw = isRawText(property.type) else {
            diagnostics.error(
                .wrongType(of: "'\(key)'", expected: "a string", found: property.type.spelling),
                at: written.location
            )
            return nil
        }
        return .property(property.name.identifier, isOptional: property.isOptional, isRaw: isRaw)
    }

    /// Whether a text is wrapped in a type of its own; nil if the type is no text.
    private func isRawText(_ type: TypeReference) -> Bool? {
        switch type {
        case .string: return false
        case .named(let name):
            switch types.registry.declarations[name] {
            case .identifier: return true
            case .enumeration(let enumeration): return enumeration.isInteger ? nil : true
            default: return nil
            }
        default: return nil
        }
    }
}
