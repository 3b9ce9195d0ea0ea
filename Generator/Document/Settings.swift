import SpecDiagnostics

/// What is particular to one repository, from its `apigen.yaml`.
package struct Settings: Sendable {
    /// The OpenAPI document, beside the settings file.
    package let document: String
    /// The name of the Swift module that is generated.
    package let module: String
    /// The name of the client type.
    package let client: String
    /// How examples call their client.
    package let variable: String
    /// The prefix of the environment variables the client reads.
    package let environment: String
    /// The version of the client, such as `1.2.3`.
    package let version: String?
    /// What the client calls itself towards the service, with its version.
    package let userAgent: String
    /// Whether warnings count as errors.
    package let isStrict: Bool
    /// Where the client goes, relative to the folder the generator runs in; likewise the other outputs.
    package let clientFolder: String?
    /// Where the route table of a server goes.
    package let routesFolder: String?
    /// Where the pages of the documentation go.
    package let pagesFolder: String?
    /// Where the compiled examples of the pages go.
    package let examplesFolder: String?

    /// Reads a settings file.
    package init(path: String, reporting diagnostics: Diagnostics, readFile: @escaping (_ path: String) throws -> String) {
        let parser = DocumentParser(diagnostics: diagnostics, readFile: readFile)
        let start = SourceLocation(file: path, line: 1, column: 1)
        var object = ObjectReader(
            parser.file(path, from: nil) ?? SpecValue(kind: .object([]), location: start),
            "the settings",
            parser: parser
        )
        document = RelativePath.resolve(object.string("document") ?? "openapi.yaml", against: path)
        let module = object.string("module") ?? "API"
        self.module = module
        client = object.string("client") ?? "\(module)Client"
        variable = object.string("variable") ?? "client"
        environment = object.string("environment") ?? module.uppercased()
        let version = Self.version(&object)
        self.version = version
        userAgent = (object.string("user-agent") ?? "\(module.lowercased())-swift") + (version.map { "/\($0)" } ?? "")
        isStrict = object.bool("strict") ?? false
        var outputs = ObjectReader(
            object.value("outputs") ?? SpecValue(kind: .object([]), location: start),
            "the outputs",
            parser: parser
        )
        clientFolder = outputs.string("client").map(RelativePath.normalized)
        routesFolder = outputs.string("routes").map(RelativePath.normalized)
        pagesFolder = outputs.string("pages").map(RelativePath.normalized)
        examplesFolder = outputs.string("examples").map(RelativePath.normalized)
        outputs.finish()
        object.finish()
    }

    /// A version stands in a header and in the client: letters, digits, points, hyphens and plus signs.
    private static func version(_ object: inout ObjectReader) -> String? {
        guard let version = object.string("version") else { return nil }
        let isUsable =
            version.first?.isNumber == true
            && version.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-+".contains($0)) }
        if isUsable { return version }
        let value = object.value("version")
        object.parser.diagnostics.error(
            .wrongType(of: "'version'", expected: "a version such as 1.2.3", found: value?.words ?? "nothing"),
            at: value?.location ?? object.value.location
        )
        return nil
    }
}
