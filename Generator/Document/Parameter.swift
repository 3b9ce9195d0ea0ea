import SpecDiagnostics

extension Document {
    /// The Parameter Object.
    package struct Parameter: Sendable {
        package enum Place: String, CaseIterable, Sendable {
            case path, query, header, cookie
        }
        package enum Style: String, CaseIterable, Sendable {
            case form, simple, label, matrix, spaceDelimited, pipeDelimited, deepObject
        }

        package let name: String
        package let place: Place
        package let isRequired: Bool
        package let description: String?
        package let isDeprecated: Bool
        package let schema: Schema?
        /// Its media type, where it is not a plain value but a document of its own.
        package let content: [MediaType]
        package let style: Style?
        package let explode: Bool?
        package let example: SpecValue?
        /// Its name in Swift (`x-apigen-name`).
        package let swiftName: String?
        package let quirks: [Quirk]
        package let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a parameter", parser: parser)
            name = object.requiredString("name")
            if value.members != nil, value["in"] == nil {
                parser.diagnostics.error(.missingKey("in", in: "the parameter '\(name)'"), at: value.location)
            }
            place = object.word("in", Place.self) ?? .query
            isRequired = object.bool("required") ?? false
            description = object.string("description")
            isDeprecated = object.bool("deprecated") ?? false
            schema = object.value("schema").map { parser.schema($0) }
            content = object.object("content").map { MediaType(name: $0.key, $0.value, parser: parser) }
            style = object.word("style", Style.self)
            explode = object.bool("explode")
            let examples = object.object("examples").compactMap { $0.value["value"] }
            example = object.value("example") ?? examples.first
            swiftName = object.string("x-apigen-name")
            quirks = Quirk.list(&object)
            location = value.location
            for key in ["allowEmptyValue", "allowReserved"] { _ = object.value(key) }
            object.finish()
        }
    }

    /// The Header Object.
    package struct Header: Sendable {
        package let description: String?
        package let schema: Schema?

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a header", parser: parser)
            description = object.string("description")
            schema = object.value("schema").map { parser.schema($0) }
            for key in ["required", "deprecated", "example", "examples", "style", "explode", "content"] { _ = object.value(key) }
            object.finish()
        }
    }
}
