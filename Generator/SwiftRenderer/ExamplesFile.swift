import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file that compiles the examples of the pages, so that none can go stale.
struct ExamplesFile {
    private let api: API

    init(_ api: API) {
        self.api = api
    }

    func file() throws -> SwiftFile {
        let functions = try api.operations.map { operation in
            try DeclSyntax(
                validating: """
                    static func \(raw: Name.escaped(operation.typeName.prefix(1).lowercased() + operation.typeName.dropFirst()))(_ \(raw: api.settings.variable): \(raw: api.settings.client)) async throws {
                        \(raw: CallExample(operation, in: api).code.replacing("\n", with: "\n    "))
                    }
                    """
            ).deprecated(if: operation.isDeprecated, message: operation.deprecationMessage)
        }
        let declaration = try DeclSyntax(
            validating: """
                enum Examples {\(functions.members)
                }
                """
        ).documented(DocComment("The examples of the documentation pages, one for each operation."), indent: 0)
        return SwiftFile(
            path: "Examples.swift",
            source: api.settings.document,
            imports: [api.settings.module, "Foundation"],
            declarations: [declaration]
        )
    }
}
