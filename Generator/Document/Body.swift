import SpecDiagnostics

extension Document {
    /// The Request Body Object.
    package struct RequestBody: Sendable {
        package let description: String?
        package let isRequired: Bool
        package let content: [MediaType]
        /// The name of its argument in Swift (`x-apigen-name`).
        package let swiftName: String?
        package let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a request body", parser: parser)
            description = object.string("description")
            isRequired = object.bool("required") ?? false
            content = object.object("content").map { MediaType(name: $0.key, $0.value, parser: parser) }
            swiftName = object.string("x-apigen-name")
            location = value.location
            object.finish()
        }
    }

    /// The Response Object.
    package struct Response: Sendable {
        package let description: String
        package let content: [MediaType]
        package let headers: [(name: String, header: Referenced<Header>)]
        package let links: [(name: String, link: Referenced<Link>)]
        /// The application codes that ride on this status (`x-apigen-error-codes`).
        package let errorCodes: [SpecValue]
        package let quirks: [Quirk]
        package let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a response", parser: parser)
            description = object.string("description") ?? ""
            content = object.object("content").map { MediaType(name: $0.key, $0.value, parser: parser) }
            headers = object.object("headers").map { ($0.key, parser.header($0.value)) }
            links = object.object("links").map { ($0.key, parser.link($0.value)) }
            errorCodes = object.array("x-apigen-error-codes")
            quirks = Quirk.list(&object)
            location = value.location
            object.finish()
        }
    }

    /// The Media Type Object.
    package struct MediaType: Sendable {
        /// Such as `application/json`, in lower case and without parameters.
        package let name: String
        package let schema: Schema?
        /// The examples, each with its name.
        package let examples: [(name: String, example: Referenced<Example>)]
        package let location: SourceLocation

        init(name: String, _ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a media type", parser: parser)
            self.name = name.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } } ?? name
            schema = object.value("schema").map { parser.schema($0) }
            let single = object.value("example").map { [("example", Referenced.inline(Example(value: $0)))] } ?? []
            examples = single + object.object("examples").map { ($0.key, parser.example($0.value)) }
            location = value.location
            _ = object.value("encoding")
            object.finish()
        }
    }

    /// The Example Object.
    package struct Example: Sendable {
        package let summary: String?
        package let value: SpecValue?

        init(value: SpecValue) {
            summary = nil
            self.value = value
        }

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "an example", parser: parser)
            summary = object.string("summary")
            self.value = object.value("value")
            for key in ["description", "externalValue"] { _ = object.value(key) }
            object.finish()
        }
    }
}
