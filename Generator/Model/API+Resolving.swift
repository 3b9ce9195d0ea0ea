import OpenAPIDocument
import SpecDiagnostics

extension API {
    /// Follows the references of a document and decides names and types.
    ///
    /// - Throws: ``SpecificationError`` if the diagnostics hold an error; all that could be found is reported first.
    package init(resolving document: Document, settings: Settings, reporting diagnostics: Diagnostics) throws {
        let schemaNames = document.schemas.map { key, schema in
            schema.swiftName ?? Name.upperCamel(Document.Reference(to: key, at: schema.location).name)
        }
        let registry = TypeRegistry(reserved: Set(schemaNames), diagnostics: diagnostics)
        let types = TypeResolver(document: document, registry: registry, diagnostics: diagnostics)
        let schemes = Self.securitySchemes(document, reporting: diagnostics)
        let codes = Self.errorCodes(document, reporting: diagnostics)
        let envelope = document.envelope.map(Envelope.init)

        _ = registry.claim(settings.client, at: document.location)
        let places = Dictionary(document.tags.map { ($0.name, $0.resource ?? Name.lowerCamel($0.name)) }) { first, _ in first }
        let resolver = OperationResolver(
            document: document,
            types: types,
            diagnostics: diagnostics,
            securitySchemes: schemes,
            errorCodes: Set(codes.map(\.code)),
            envelope: envelope
        ) { operation in
            guard let tag = operation.tags.first else { return [] }
            return (places[tag] ?? Name.lowerCamel(tag)).split(separator: ".").map(String.init)
        }
        // Types that the document names itself get their names before those that are made from operations.
        for key in document.componentSchemas {
            guard let schema = document.schemas[key] else { continue }
            _ = types.resolve(Document.Reference(to: key, at: schema.location))
        }
        var operations: [Operation] = []
        for item in document.paths {
            for operation in item.operations { operations.append(resolver.resolve(operation, in: item)) }
        }
        Self.checkIdentifiers(operations, reporting: diagnostics)
        Self.link(&operations, document, reporting: diagnostics)
        let usage = Usage(of: operations, registry: registry)
        usage.settle()
        usage.flattenBodies(of: &operations)
        usage.checkMembers(of: operations, reporting: diagnostics)

        self.settings = settings
        title = document.info.title
        version = document.info.version
        summary = (document.info.summary ?? "").trimmed.onOneLine
        description = (document.info.description ?? "").trimmed
        servers = document.servers.map(\.url)
        security = schemes
        self.envelope = envelope
        errorCodes = codes
        quirks = QuirkIndex(document, operations: operations).entries
        self.operations = operations
        self.types = registry.all
        resources = ResourceTree(operations: operations, tags: document.tags, registry: registry, diagnostics: diagnostics).roots
        try diagnostics.throwIfErrors()
    }

    /// The schemes that the API as a whole accepts, in the order of preference.
    private static func securitySchemes(_ document: Document, reporting diagnostics: Diagnostics) -> [SecurityScheme] {
        let all = document.securitySchemes.compactMap { SecurityScheme($0, reporting: diagnostics) }
        let preferred = document.security.compactMap { requirement -> SecurityScheme? in
            guard let name = requirement.schemes.first else { return nil }
            if !document.securitySchemes.contains(where: { $0.name == name }) {
                diagnostics.error(
                    .unknownSecurityScheme(name, candidates: document.securitySchemes.map(\.name)),
                    at: requirement.location
                )
            }
            return all.first { $0.name == name }
        }
        return preferred + all.filter { scheme in !preferred.contains { $0.name == scheme.name } }
    }

    private static func errorCodes(_ document: Document, reporting diagnostics: Diagnostics) -> [ErrorCode] {
        var numberings: [String: Numbering] = [:]
        return document.errorCodes.map { code in
            let name = Name.lowerCamel(code.key)
            for text in [name, code.group ?? "main"] where !Name.isUsable(text) {
                diagnostics.error(.unusableName(text.isEmpty ? code.key : text), at: code.location)
            }
            let numbering = numberings[code.group ?? ""] ?? Numbering(taken: ["rawValue", "description", "hashValue"])
            numberings[code.group ?? ""] = numbering
            return ErrorCode(
                code: code.code,
                key: code.key,
                swiftName: numbering.next(name),
                message: code.message ?? "",
                meaning: (code.meaning ?? code.message ?? "").trimmed.onOneLine,
                retry: code.retry,
                kind: code.kind,
                group: code.group
            )
        }
    }

    private static func checkIdentifiers(_ operations: [Operation], reporting diagnostics: Diagnostics) {
        var seen: Set<String> = []
        for operation in operations where !seen.insert(operation.id).inserted {
            diagnostics.error(.duplicateOperationID(operation.id), at: operation.location)
        }
    }

    /// Follows the names of other operations: successors of deprecated ones, and links from answers.
    private static func link(_ operations: inout [Operation], _ document: Document, reporting diagnostics: Diagnostics) {
        let calls = Dictionary(operations.map { ($0.id, $0) }) { first, _ in first }
        let written = document.paths.flatMap(\.operations)
        func call(_ id: SpecValue?) -> (page: String, call: String)? {
            guard let id, let text = id.string else { return nil }
            if let operation = calls[text] { return (operation.pageName, operation.callPath.joined(separator: ".")) }
            diagnostics.error(.unknownOperation(text, candidates: calls.keys.sorted()), at: id.location)
            return nil
        }
        for (index, operation) in written.enumerated() where operations.indices.contains(index) {
            operations[index].replacement = call(operation.replacedBy)
            operations[index].links = operation.responses.flatMap { entry -> [Link] in
                let response: Document.Response? =
                    switch entry.response {
                    case .inline(let response): response
                    case .reference(let reference): document.responses[reference.key]
                    }
                return (response?.links ?? []).compactMap { entry -> Link? in
                    let link: Document.Link? =
                        switch entry.link {
                        case .inline(let link): link
                        case .reference(let reference): document.links[reference.key]
                        }
                    return call(link?.operationID).map {
                        Link(pageName: $0.page, call: $0.call, description: link?.description ?? "")
                    }
                }
            }
        }
    }
}

extension SecurityScheme {
    fileprivate init?(_ scheme: Document.SecurityScheme, reporting diagnostics: Diagnostics) {
        name = scheme.name
        description = (scheme.description ?? "").trimmed.onOneLine
        switch (scheme.kind, scheme.scheme, scheme.place) {
        case (.http, "basic", _): kind = .basic
        case (.http, _, _), (.oauth2, _, _), (.openIdConnect, _, _): kind = .bearer
        case (.apiKey, _, let place?): kind = .apiKey(place: place, name: scheme.parameterName ?? scheme.name)
        default:
            diagnostics.warning(
                .unsupported("the security scheme '\(scheme.name)'", wayOut: "use http, apiKey or oauth2"),
                at: scheme.location
            )
            return nil
        }
    }
}
