import OpenAPIDocument
import SpecDiagnostics

extension OperationResolver {
    /// What an operation answers on success, and the schema of that payload.
    func output(of operation: Document.Operation, typeName: String, rule: Operation.EnvelopeRule) -> (Output, Document.Schema?) {
        // What names a status goes before what stands for all the others.
        let named = operation.responses.filter { $0.status.hasPrefix("2") }
        var successes = named.filter { Int($0.status) != nil } + named.filter { Int($0.status) == nil }
        if successes.isEmpty { successes = operation.responses.filter { $0.status == "default" } }
        let isAlone = successes.count == 1
        var payload: Document.Schema?
        var alternatives: [Output.Alternative] = []
        for success in successes {
            guard let response = find(success.response, in: document.responses) else { continue }
            let status = Int(success.status)
            let statusName = status.map { Self.statusNames[$0] ?? "status\($0)" } ?? "success"
            let name = typeName + (isAlone ? "Output" : Name.upperCamel(statusName))
            let (type, content, schema) = content(of: response, name: name, rule: rule)
            if payload == nil { payload = schema }
            alternatives.append(
                Output.Alternative(
                    pattern: status.map(String.init) ?? "200..<300",
                    name: Name(wire: success.status, swift: statusName),
                    type: type,
                    content: content,
                    documentation: response.description.trimmed.onOneLine
                )
            )
        }
        guard let first = alternatives.first else { return (.single(.void, .none), nil) }
        if alternatives.allSatisfy({ $0.type == first.type }) { return (.single(first.type, first.content), payload) }
        let name = types.registry.claimSimilar(to: typeName + "Output", at: operation.location, suffix: "Answer")
        return (.alternatives(name: name, alternatives), payload)
    }

    private func content(
        of response: Document.Response,
        name: String,
        rule: Operation.EnvelopeRule
    ) -> (TypeReference, Output.Content, Document.Schema?) {
        guard let media = response.content.first(where: { Self.isJSON($0.name) }) ?? response.content.first else {
            return (.void, .none, nil)
        }
        if Self.isJSON(media.name) {
            guard let schema = media.schema else { return (.json, .json, nil) }
            guard let payloadName = payloadName(rule) else {
                return (optional(types.resolve(schema, name: name)), .json, schema)
            }
            let members = types.members(of: schema)
            guard let payload = members.properties.first(where: { $0.name == payloadName })?.schema,
                types.target(of: payload)?.types != ["null"]
            else { return (.void, .none, nil) }
            var resolved = types.resolve(payload, name: name)
            if !members.required.contains(payloadName) { resolved.isNullable = true }
            return (optional(resolved), .json, payload)
        }
        return media.name.hasPrefix("text/") ? (.string, .text, nil) : (.data, .bytes, nil)
    }

    private func optional(_ resolved: TypeResolver.Resolved) -> TypeReference {
        let type = resolved.type == .file ? .data : resolved.type
        return resolved.isNullable && type != .json ? .optional(type) : type
    }

    private func payloadName(_ rule: Operation.EnvelopeRule) -> String? {
        switch rule {
        case .none: nil
        case .custom(let envelope): envelope.payload
        case .service: envelope?.payload
        }
    }

    /// The documented answers, in the order of their status.
    func answers(of operation: Document.Operation) -> [Answer] {
        operation.responses.compactMap { entry in
            guard let response = find(entry.response, in: document.responses) else { return nil }
            let media = response.content.first { Self.isJSON($0.name) }
            return Answer(
                status: entry.status,
                description: response.description.trimmed.onOneLine,
                errorCodes: codes(of: response, status: entry.status),
                examples: examples(of: media),
                fields: entry.status.hasPrefix("2") ? media?.schema.map { fields(of: $0) } ?? [] : []
            )
        }
    }

    private func codes(of response: Document.Response, status: String) -> [Int] {
        if status.hasPrefix("2"), response.errorCodes.isEmpty { return envelope.map { [$0.success] } ?? [] }
        return response.errorCodes.compactMap { value in
            guard let code = value.integer.flatMap({ Int(exactly: $0) }) else {
                diagnostics.error(
                    .wrongType(of: "an error code", expected: "an integer", found: value.kindName),
                    at: value.location
                )
                return nil
            }
            if !errorCodes.contains(code) { diagnostics.error(.unknownErrorCode(code), at: value.location) }
            return code
        }
    }

    /// The examples of a body or an answer, each checked against its schema.
    func examples(of media: Document.MediaType?) -> [(title: String, value: SpecValue)] {
        guard let media else { return [] }
        return media.examples.compactMap { entry in
            guard let example = find(entry.example, in: document.examples), let value = example.value else { return nil }
            if let schema = media.schema { ExampleCheck(types: types, diagnostics: diagnostics).check(value, against: schema) }
            return (example.summary ?? entry.name, value)
        }
    }

    /// The members of an answer with their paths, for a table.
    func fields(of schema: Document.Schema) -> [Answer.Field] {
        var fields: [Answer.Field] = []
        addFields(of: schema, path: "", depth: 0, to: &fields)
        return fields
    }

    /// A bounded number of them, since schemas may contain each other.
    private func addFields(of schema: Document.Schema, path: String, depth: Int, to fields: inout [Answer.Field]) {
        guard depth < 6 else { return }
        for property in types.members(of: schema).properties where fields.count < 200 {
            let target = types.target(of: property.schema) ?? property.schema
            let isArray = target.types.contains("array")
            let fieldPath = (path.isEmpty ? "" : path + ".") + property.name + (isArray ? "[]" : "")
            fields.append(
                Answer.Field(
                    path: fieldPath,
                    swiftName: property.schema.swiftName,
                    summary: types.summary(property.schema),
                    description: (property.schema.description ?? target.description ?? "").trimmed.onOneLine
                )
            )
            addFields(of: isArray ? target.items ?? target : target, path: fieldPath, depth: depth + 1, to: &fields)
        }
    }

    private static let statusNames = [
        200: "ok", 201: "created", 202: "accepted", 203: "nonAuthoritative", 204: "noContent", 205: "resetContent",
        206: "partialContent",
    ]
}
