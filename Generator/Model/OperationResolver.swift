import OpenAPIDocument
import SpecDiagnostics

/// Decides the Swift shape of each operation.
struct OperationResolver {
    let document: Document
    let types: TypeResolver
    let diagnostics: Diagnostics
    let securitySchemes: [SecurityScheme]
    let errorCodes: Set<Int>
    let envelope: Envelope?
    let defaultPlace: (Document.Operation) -> [String]
    private let madeUpIDs = Numbering()
    private let pageNames = Numbering()
    let callbackTypes = CallbackTypes()

    func resolve(_ operation: Document.Operation, in item: Document.PathItem) -> Operation {
        let id = operation.operationID ?? madeUpIDs.next(Self.operationID(operation.method, item.path))
        let typeName = types.registry.claimSimilar(to: Name.upperCamel(id), at: operation.location, suffix: "Operation")
        let parameters = self.parameters(of: operation, in: item, id: id, typeName: typeName)
        let body = operation.requestBody.flatMap { self.body($0, typeName: typeName) }
        let rule = envelopeRule(operation)
        let (output, payload) = self.output(of: operation, typeName: typeName, rule: rule)
        let resourcePath = (operation.resource.map { $0.split(separator: ".").map(String.init) } ?? defaultPlace(operation))
            .map { usable($0, orElse: "unnamed", at: operation.location) }
        return Operation(
            id: id,
            pageName: pageNames.next(Self.pageName(id)),
            typeName: typeName,
            methods: methods(of: operation, id: id),
            resourcePath: resourcePath,
            method: operation.method.rawValue.uppercased(),
            path: item.path,
            documentation: Documentation(
                summary: operation.summary,
                description: operation.description,
                quirks: operation.quirks
            ),
            isDeprecated: operation.isDeprecated,
            parameters: parameters,
            body: body,
            output: output,
            idempotency: self.idempotency(operation),
            doneWhenRepeated: operation.doneWhenRepeated,
            security: self.security(operation),
            envelope: rule,
            timeout: timeout(of: operation, id: id),
            pagination: operation.pagination.flatMap { self.pagination($0, id: id, parameters: parameters, output: payload) },
            waiter: operation.waiter.flatMap { self.waiter($0, output: payload) },
            answers: self.answers(of: operation),
            callbacks: callbacks(of: operation, typeName: typeName),
            links: [],
            location: operation.location
        )
    }

    /// `get /pets/{petId}` as `getPetsPetId`, for documents that name no operation.
    private static func operationID(_ method: Document.Operation.Method, _ path: String) -> String {
        Name.lowerCamel(method.rawValue + " " + path)
    }

    /// Letters, digits and hyphens, whatever the specification calls it. Pages share their addresses, in lower case, with the symbols of the
    /// module; no symbol has a hyphen.
    private static func pageName(_ id: String) -> String {
        "Operation-" + String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
    }

    /// A name that the specification gives for a method or a part of the client.
    func usable(_ name: String, orElse other: String, at location: SourceLocation) -> String {
        if Name.isUsable(name) { return name }
        diagnostics.error(.unusableName(name), at: location)
        return other
    }

    // MARK: Parameters

    private func parameters(of operation: Document.Operation, in item: Document.PathItem, id: String, typeName: String)
        -> [Parameter]
    {
        let own = operation.parameters.compactMap { find($0, in: document.parameters) }
        let shared = item.parameters.compactMap { find($0, in: document.parameters) }
            .filter { shared in !own.contains { $0.name == shared.name && $0.place == shared.place } }
        // Headers that HTTP itself rules are not parameters, says OpenAPI.
        let written = (shared + own).filter { parameter in
            parameter.place != .header || !["accept", "content-type", "authorization"].contains(parameter.name.lowercased())
        }
        let inPath = Self.placeholders(of: item.path)
        for name in inPath where !written.contains(where: { $0.place == .path && $0.name == name }) {
            diagnostics.error(.undeclaredPathParameter(name, operation: id), at: operation.location)
        }
        let isUnused = { (parameter: Document.Parameter) in parameter.place == .path && !inPath.contains(parameter.name) }
        for parameter in written where isUnused(parameter) {
            diagnostics.warning(.unusedPathParameter(parameter.name, path: item.path), at: parameter.location)
        }
        var taken: Set<String> = ["descriptor", "pagination", "waiter", "body", "self", "request", "client", "timeout"]
        return written.filter { !isUnused($0) }.map { parameter($0, typeName: typeName, taken: &taken) }
    }

    private func parameter(_ parameter: Document.Parameter, typeName: String, taken: inout Set<String>) -> Parameter {
        let schema = parameter.schema ?? parameter.content.first?.schema
        let resolved = schema.map { types.resolve($0, name: typeName + Name.upperCamel(parameter.name)) }
        var name = Name.member(parameter.name, renamed: parameter.swiftName)
        if !Name.isUsable(name.swift) { name = Name(wire: parameter.name, swift: "parameter\(taken.count)") }
        while taken.contains(name.swift) {
            name = Name(wire: parameter.name, swift: name.swift + Name.upperCamel(parameter.place.rawValue))
        }
        taken.insert(name.swift)
        let style = parameter.style ?? (parameter.place == .query || parameter.place == .cookie ? .form : .simple)
        return Parameter(
            name: name,
            place: parameter.place,
            documentation: Documentation(description: parameter.description, quirks: parameter.quirks),
            type: resolved?.type.asParameter ?? .string,
            isRequired: parameter.isRequired || parameter.place == .path,
            isDeprecated: parameter.isDeprecated,
            style: style,
            explode: parameter.explode ?? (style == .form),
            isJSON: parameter.schema == nil && !parameter.content.isEmpty,
            schema: schema.map { types.summary($0) } ?? SchemaSummary.anything,
            example: parameter.example ?? schema.flatMap { types.summary($0).example },
            location: parameter.location
        )
    }

    /// The names in braces, in order.
    static func placeholders(of path: String) -> [String] {
        path.split(separator: "{").dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    // MARK: Bodies

    private func body(_ referenced: Document.Referenced<Document.RequestBody>, typeName: String) -> Body? {
        guard let body = find(referenced, in: document.requestBodies), let media = Self.preferred(among: body.content) else {
            return nil
        }
        let encoding: Body.Encoding =
            switch media.name {
            case let name where Self.isJSON(name): .json
            case "application/x-www-form-urlencoded": .form
            case "multipart/form-data": .multipart
            default: .bytes(contentType: media.name)
            }
        var type = TypeReference.data
        if case .bytes = encoding {
        } else {
            type = media.schema.map { types.resolve($0, name: typeName + "Body").type } ?? .json
        }
        return Body(
            name: Name(wire: "body", swift: usable(body.swiftName ?? "body", orElse: "body", at: body.location)),
            documentation: Documentation(description: body.description ?? "The request body."),
            type: type,
            isRequired: body.isRequired,
            encoding: encoding,
            contentType: media.name,
            schema: media.schema.map { types.wholeSummary($0) } ?? SchemaSummary.anything,
            example: media.examples.lazy.compactMap { find($0.example, in: document.examples)?.value }.first
        )
    }

    /// The media type that is sent where several are offered: JSON, else the first.
    static func preferred(among content: [Document.MediaType]) -> Document.MediaType? {
        content.first { isJSON($0.name) } ?? content.first
    }

    static func isJSON(_ mediaType: String) -> Bool {
        mediaType == "application/json" || mediaType.hasSuffix("+json")
    }

    // MARK: Rules

    private func idempotency(_ operation: Document.Operation) -> Operation.Idempotency {
        if let written = operation.idempotency { return Operation.Idempotency(rawValue: written.rawValue) ?? .unsafe }
        return switch operation.method {
        case .get, .head, .options, .trace: .safe
        case .put, .delete: .idempotent
        case .post, .patch: .unsafe
        }
    }

    private func security(_ operation: Document.Operation) -> Operation.Security {
        guard let requirements = operation.security else { return document.security.isEmpty ? .none : .required }
        if requirements.isEmpty || requirements.contains(where: \.schemes.isEmpty) { return .none }
        let schemes = requirements.compactMap { requirement -> SecurityScheme? in
            guard let name = requirement.schemes.first else { return nil }
            if let scheme = securitySchemes.first(where: { $0.name == name }) { return scheme }
            if !document.securitySchemes.contains(where: { $0.name == name }) {
                diagnostics.error(
                    .unknownSecurityScheme(name, candidates: document.securitySchemes.map(\.name)),
                    at: requirement.location
                )
            }
            return nil
        }
        return schemes.isEmpty ? .required : .oneOf(schemes)
    }

    private func envelopeRule(_ operation: Document.Operation) -> Operation.EnvelopeRule {
        if operation.hasNoEnvelope { return .none }
        return operation.envelope.map { .custom(Envelope($0)) } ?? .service
    }

    func find<Object>(_ referenced: Document.Referenced<Object>, in store: [String: Object]) -> Object? {
        switch referenced {
        case .inline(let object): object
        case .reference(let reference): store[reference.key]
        }
    }
}

extension SchemaSummary {
    /// Says nothing.
    static let anything = SchemaSummary(
        wireTypes: [],
        format: nil,
        isNullable: false,
        defaultValue: nil,
        values: [],
        minimum: nil,
        maximum: nil,
        minLength: nil,
        maxLength: nil,
        pattern: nil,
        members: [],
        isClosed: false,
        items: [],
        example: nil,
        replacements: [],
        reserved: []
    )
}
