import SpecDiagnostics

extension Document {
    /// The Security Scheme Object.
    package struct SecurityScheme: Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case apiKey, http, oauth2, openIdConnect, mutualTLS
        }

        package let name: String
        package let kind: Kind
        /// For `http`: such as `bearer` or `basic`.
        package let scheme: String?
        /// For `apiKey`: `header`, `query` or `cookie`.
        package let place: Parameter.Place?
        /// For `apiKey`: the name of the header, query item or cookie.
        package let parameterName: String?
        package let description: String?
        package let location: SourceLocation

        init(name: String, _ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a security scheme", parser: parser)
            self.name = name
            kind = object.word("type", Kind.self) ?? .http
            scheme = object.string("scheme")?.lowercased()
            place = object.word("in", Parameter.Place.self)
            parameterName = object.string("name")
            description = object.string("description")
            location = value.location
            for key in ["bearerFormat", "flows", "openIdConnectUrl"] { _ = object.value(key) }
            object.finish()
        }
    }

    /// The Security Requirement Object: the schemes that are needed together.
    package struct SecurityRequirement: Sendable {
        package let schemes: [String]
        package let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            schemes = value.members?.map(\.key) ?? []
            location = value.location
            if value.members == nil {
                parser.diagnostics.error(
                    .wrongType(of: "a security requirement", expected: "an object", found: value.kindName),
                    at: value.location
                )
            }
        }
    }
}
