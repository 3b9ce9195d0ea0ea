import SpecDiagnostics

extension Document {
    /// The Info Object.
    package struct Info: Sendable {
        package let title: String
        package let version: String
        package let summary: String?
        package let description: String?

        static let unreadable = Info(title: "", version: "", summary: nil, description: nil)

        private init(title: String, version: String, summary: String?, description: String?) {
            (self.title, self.version, self.summary, self.description) = (title, version, summary, description)
        }

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "info", parser: parser)
            title = object.requiredString("title")
            version = object.string("version") ?? ""
            summary = object.string("summary")
            description = object.string("description")
            for key in ["termsOfService", "contact", "license"] { _ = object.value(key) }
            object.finish()
        }
    }

    /// The Server Object.
    package struct Server: Sendable {
        package let url: String
        package let description: String?

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a server", parser: parser)
            var url = object.requiredString("url")
            for variable in object.object("variables") {
                url = url.replacing("{\(variable.key)}", with: variable.value["default"]?.string ?? "")
            }
            self.url = url
            description = object.string("description")
            object.finish()
        }
    }

    /// The Tag Object.
    package struct Tag: Sendable {
        package let name: String
        package let description: String?
        /// The place in the client of the operations with this tag (`x-apigen-resource`).
        package let resource: String?

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a tag", parser: parser)
            name = object.requiredString("name")
            description = object.string("description")
            resource = object.string("x-apigen-resource")
            _ = object.value("externalDocs")
            object.finish()
        }
    }
}
