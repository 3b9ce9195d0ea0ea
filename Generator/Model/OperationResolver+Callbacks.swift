import OpenAPIDocument
import SpecDiagnostics

extension OperationResolver {
    /// What the service sends by itself once the operation has been called.
    func callbacks(of operation: Document.Operation, typeName: String) -> [Callback] {
        operation.callbacks.flatMap { entry -> [Callback] in
            guard let callback = find(entry.callback, in: document.callbacks) else { return [] }
            // One that several operations share has one type.
            var key: String?, name = typeName + Name.upperCamel(entry.name)
            if case .reference(let reference) = entry.callback { (key, name) = (reference.key, Name.upperCamel(reference.name)) }
            return callback.items.flatMap { item in
                item.operations.compactMap { self.callback(entry.name, $0, sentTo: item.path, typeName: name, key: key) }
            }
        }
    }

    private func callback(_ name: String, _ sent: Document.Operation, sentTo expression: String, typeName: String, key: String?)
        -> Callback?
    {
        let body = sent.requestBody.flatMap { find($0, in: document.requestBodies) }
        guard let media = body?.content.first(where: { Self.isJSON($0.name) }), let schema = media.schema else {
            let wayOut = "give it a requestBody with content of application/json"
            diagnostics.warning(.unsupported("a callback that sends no JSON", wayOut: wayOut), at: sent.location)
            return nil
        }
        let type = callbackTypes.type(key.map { "\($0) \(sent.method) \(expression)" }) {
            let resolved = types.resolve(schema, name: typeName)
            return resolved.isNullable && resolved.type != .json ? .optional(resolved.type) : resolved.type
        }
        return Callback(
            name: name,
            expression: expression,
            method: sent.method.rawValue.uppercased(),
            documentation: Documentation(
                summary: sent.summary,
                description: sent.description ?? (sent.summary == nil ? body?.description : nil),
                quirks: sent.quirks
            ),
            type: type,
            fields: fields(of: schema),
            examples: examples(of: media),
            answers: sent.responses.map { entry in
                (entry.status, (find(entry.response, in: document.responses)?.description ?? "").trimmed.onOneLine)
            }
        )
    }
}

/// The types of callbacks that several operations refer to, each decided once.
final class CallbackTypes {
    private var known: [String: TypeReference] = [:]

    /// The type by a key, or the one that is made now.
    func type(_ key: String?, orElse make: () -> TypeReference) -> TypeReference {
        guard let key else { return make() }
        if let type = known[key] { return type }
        let type = make()
        known[key] = type
        return type
    }
}
