import APIModel
import OpenAPIDocument
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file that compiles the examples of the pages, so that none can go stale.
struct ExamplesFile {
    private let api: API

    init(_ api: API) {
        self.api = api
    }

    func file() throws -> SwiftFile {
        let functions = try api.operations.flatMap { operation in
            try operation.methods.enumerated().map { try function(operation, by: $1, isMain: $0 == 0) }
        }
        let declaration = try DeclSyntax(
            validating: """
                enum Examples {\((functions + callbacks()).members)
                }
                """
        ).documented(DocComment("The examples of the documentation pages, one for each method."), indent: 0)
        return SwiftFile(
            path: "Examples.swift",
            source: api.settings.document,
            imports: [api.settings.module, "Foundation"],
            declarations: [declaration]
        )
    }

    private func function(_ operation: Operation, by method: FlatMethod, isMain: Bool) throws -> DeclSyntax {
        let name = operation.typeName.prefix(1).lowercased() + operation.typeName.dropFirst() + (isMain ? "" : "_\(method.name)")
        return try DeclSyntax(
            validating: """
                static func \(raw: Name.escaped(name))(_ \(raw: api.settings.variable): \(raw: api.settings.client)) async throws {
                    \(raw: CallExample(operation, by: method, in: api).code.replacing("\n", with: "\n    "))
                }
                """
        ).deprecated(if: operation.isDeprecated, message: operation.deprecationMessage)
    }

    /// What callbacks send, each with the function that reads it and writes it again.
    private func callbacks() throws -> [DeclSyntax] {
        var seen: Set<String> = []
        let lines = api.operations.flatMap(\.callbacks).flatMap { callback in
            callback.examples.compactMap { example -> String? in
                guard case .named(let type) = callback.type else { return nil }
                let json = JSONText(example.value).compact
                guard seen.insert("\(type) \(json)").inserted else { return nil }
                let title = ExprSyntax.string("\(type): \(example.title)")
                return "    (\(title), \(ExprSyntax.string(json)), { try \(type)(json: $0).jsonText() }),"
            }
        }
        guard !lines.isEmpty else { return [] }
        let declaration = try DeclSyntax(
            validating: """
                static let callbacks: [(title: String, json: String, rewritten: @Sendable (String) throws -> String)] = [
                \(raw: lines.joined(separator: "\n"))
                ]
                """
        )
        return [declaration.documented(DocComment("What callbacks send, with the function that reads it and writes it again."))]
    }
}
