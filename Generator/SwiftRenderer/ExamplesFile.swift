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
        // As texts: with their type they are parsed anyway.
        let functions = api.operations.flatMap { operation in operation.methods.map { function(operation, by: $0) } }
        let tables = try [calls(), answers()] + callbacks()
        let members = "\n" + functions.map(\.indented).joined(separator: "\n\n") + tables.furtherMembers
        let declaration = try DeclSyntax.type("enum Examples", members: members)
            .documented(DocComment("The examples of the documentation pages, one per method."), indent: 0)
        return SwiftFile(
            path: "Examples.swift",
            source: api.settings.document,
            imports: [api.settings.module, "Foundation"],
            declarations: [declaration]
        )
    }

    private func name(_ operation: Operation, by method: FlatMethod) -> String {
        let isMain = method.name == operation.methodName
        let name = operation.typeName.prefix(1).lowercased() + operation.typeName.dropFirst() + (isMain ? "" : "_\(method.name)")
        return Name.escaped(String(name))
    }

    private func function(_ operation: Operation, by method: FlatMethod) -> String {
        let message = operation.deprecationMessage.map { ", message: \(ExprSyntax.string($0))" } ?? ""
        return """
            \(operation.isDeprecated ? "@available(*, deprecated\(message))\n" : "")\
            static func \(name(operation, by: method))(_ \(api.settings.variable): \(api.settings.client)) async throws {
            \(CallExample(operation, by: method, in: api).code.indented)
            }
            """
    }

    /// Every method once, with the errors that its operation documents.
    private func calls() throws -> DeclSyntax {
        let lines = api.operations.flatMap { operation in
            operation.methods.map { method in
                let errors = operation.answers.compactMap { answer -> String? in
                    guard let status = Int(answer.status), !(200..<300).contains(status) else { return nil }
                    return "(\(status), \(answer.errorCodes))"
                }
                let call = "{ try await \(name(operation, by: method))($0) }"
                return "    (\(ExprSyntax.string(operation.id)), [\(errors.joined(separator: ", "))], \(call)),"
            }
        }
        return try DeclSyntax(
            validating: """
                static let calls: [(operation: String, errors: [(status: Int, codes: [Int])], call: @Sendable (\(raw: api.settings.client)) async throws -> Void)] = [
                \(raw: lines.joined(separator: "\n"))
                ]
                """
        ).documented(DocComment("The functions above, with the statuses and application codes of the errors they can throw."))
    }

    /// What operations answer when they succeed.
    private func answers() throws -> DeclSyntax {
        let lines = api.operations.flatMap { operation in
            operation.answers.filter { $0.status.hasPrefix("2") }.flatMap { answer in
                answer.examples.map { example in
                    let json = ExprSyntax.string(JSONText(example.value).compact)
                    return "    (\(operation.typeName).self, \(ExprSyntax.string(example.title)), \(json)),"
                }
            }
        }
        return try DeclSyntax(
            validating: """
                static let answers: [(operation: any APIOperation.Type, title: String, json: String)] = [
                \(raw: lines.joined(separator: "\n"))
                ]
                """
        ).documented(DocComment("The example responses of the documentation pages, each with the operation that decodes it."))
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
        return [declaration.documented(DocComment("The example callbacks, each with a function that decodes and encodes it."))]
    }
}
