import SpecDiagnostics

/// An OpenAPI document as it is written: every object of the specification, each with its place, references not followed.
package struct Document: Sendable {
    /// What the API is called and how it is versioned.
    package let info: Info
    /// Where the API is served.
    package let servers: [Server]
    /// The groups of operations, in order.
    package let tags: [Tag]
    /// The paths, in order.
    package let paths: [PathItem]
    /// How calls are authenticated unless an operation says otherwise; each element is one way.
    package let security: [SecurityRequirement]
    /// The security schemes, in order.
    package let securitySchemes: [SecurityScheme]
    /// The keys of the schemas that `components` names, in order.
    package let componentSchemas: [String]
    /// What answers have around their payload (`x-apigen-envelope`).
    package let envelope: Envelope?
    /// The catalogue of application codes (`x-apigen-error-codes`).
    package let errorCodes: [ErrorCode]
    /// What the whole service does otherwise than expected (`x-apigen-quirks`).
    package let quirks: [Quirk]
    /// Where the document begins.
    package let location: SourceLocation

    /// What references lead to, by ``Reference/key``.
    package let schemas: [String: Schema]
    /// Parameters that references lead to.
    package let parameters: [String: Parameter]
    /// Responses that references lead to.
    package let responses: [String: Response]
    /// Request bodies that references lead to.
    package let requestBodies: [String: RequestBody]
    /// Headers that references lead to.
    package let headers: [String: Header]
    /// Examples that references lead to.
    package let examples: [String: Example]
    /// Links that references lead to.
    package let links: [String: Link]
    /// Callbacks that references lead to.
    package let callbacks: [String: Callback]

    /// Whether any object has a quirk.
    package let hasQuirks: Bool
    /// The text of every file, by path, for excerpts in messages.
    package let sources: [String: String]
}

extension Document {
    /// Reads a document and the files it refers to.
    ///
    /// - Parameters:
    ///   - path: The root file.
    ///   - diagnostics: Where problems are reported; reading goes on past those it can.
    ///   - readFile: Gives the text of a file by its path.
    package init(path: String, reporting diagnostics: Diagnostics, readFile: @escaping (_ path: String) throws -> String) {
        let parser = DocumentParser(diagnostics: diagnostics, readFile: readFile)
        let start = SourceLocation(file: path, line: 1, column: 1)
        let content = parser.file(path, from: nil)
        // What cannot be read at all is reported as such, not as lacking this and that.
        let isReadable = content != nil
        let root = content ?? SpecValue(kind: .object([]), location: start)
        var object = ObjectReader(root, "the document", parser: parser)

        let version = object.string("openapi") ?? ""
        if isReadable && !(version.hasPrefix("3.0") || version.hasPrefix("3.1")) {
            let found = version.isEmpty ? object.string("swagger") ?? "of no version" : version
            diagnostics.error(.unsupportedVersion(found), at: root["openapi"]?.location ?? start)
        }
        info =
            isReadable
            ? Info(object.value("info") ?? SpecValue(kind: .object([]), location: root.location), parser: parser) : .unreadable
        servers = object.array("servers").map { Server($0, parser: parser) }
        tags = object.array("tags").map { Tag($0, parser: parser) }
        security = object.array("security").map { SecurityRequirement($0, parser: parser) }
        paths = object.object("paths").compactMap { PathItem(path: $0.key, $0.value, at: $0.location, parser: parser) }
        (componentSchemas, securitySchemes) = Self.components(object.value("components"), file: path, parser: parser)
        envelope = object.value("x-apigen-envelope").map { Envelope($0, parser: parser) }
        errorCodes = ErrorCode.catalogue(object.value("x-apigen-error-codes"), parser: parser)
        quirks = Quirk.list(&object)
        for key in ["webhooks", "jsonSchemaDialect", "externalDocs"] { _ = object.value(key) }
        if isReadable { object.finish() }

        parser.finish()
        location = root.location
        schemas = parser.schemas
        parameters = parser.parameters
        responses = parser.responses
        requestBodies = parser.requestBodies
        headers = parser.headers
        examples = parser.examples
        links = parser.links
        callbacks = parser.callbacks
        hasQuirks = parser.hasQuirks
        sources = parser.sources
    }

    /// Reads `components`, so that references into it find what they look for even if nothing else refers to it.
    private static func components(
        _ value: SpecValue?,
        file: String,
        parser: DocumentParser
    ) -> (schemas: [String], security: [SecurityScheme]) {
        guard let value else { return ([], []) }
        var object = ObjectReader(value, "components", parser: parser)
        func keys(_ section: String) -> [(key: String, value: SpecValue)] {
            object.object(section).map { ("\(file)#/components/\(section)/\(JSONPointer.token($0.key))", $0.value) }
        }
        let schemas = keys("schemas")
        for entry in schemas { parser.define(entry.value, at: entry.key, in: \.schemas) { Schema($0, parser: $1) } }
        let schemes = object.object("securitySchemes").map { SecurityScheme(name: $0.key, $0.value, parser: parser) }
        // The rest is read where something refers to it.
        for section in ["parameters", "responses", "requestBodies", "headers", "examples", "links", "callbacks", "pathItems"] {
            _ = object.object(section)
        }
        object.finish()
        return (schemas.map(\.key), schemes)
    }
}
