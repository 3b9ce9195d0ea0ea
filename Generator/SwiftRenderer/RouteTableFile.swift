import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file by which a server knows the routes of an API and what it must refuse.
struct RouteTableFile {
    private let api: API

    init(_ api: API) {
        self.api = api
    }

    func file() throws -> SwiftFile {
        let routes = api.operations.map(route)
        let messages = api.errorCodes.reduce(into: [(Int, String)]()) { messages, code in
            if !messages.contains(where: { $0.0 == code.code }) { messages.append((code.code, code.message)) }
        }.map { "\($0.0): \(ExprSyntax.string($0.1))," }
        let members: [DeclSyntax] = try [
            DeclSyntax(
                validating: """
                    static let all: [Route] = [
                    \(raw: routes.joined(separator: "\n"))
                    ]
                    """
            ).documented(DocComment("All operations, in the order of the document.")),
            DeclSyntax(
                validating: """
                    static let errorMessages: [Int: String] = [
                    \(raw: messages.isEmpty ? "    :" : messages.map { "    " + $0 }.joined(separator: "\n"))
                    ]
                    """
            ).documented(DocComment("The message of the service for each application code.")),
        ]
        let declaration = try DeclSyntax.type("extension Route", members: members.members)
        return SwiftFile(path: "Routes.swift", source: api.settings.document, imports: [], declarations: [declaration])
    }

    private func route(_ operation: Operation) -> String {
        let parameters = operation.parameters.map { parameter in
            let required = parameter.isRequired && parameter.place != .path ? ", isRequired: true" : ""
            return
                "            ParameterRule(\(ExprSyntax.string(parameter.name.wire)), in: .\(parameter.place.rawValue)\(required), \(rule(parameter.schema))),"
        }
        let list = parameters.isEmpty ? "[]" : "[\n\(parameters.joined(separator: "\n"))\n        ]"
        var isPublic = false
        if case .none = operation.security { isPublic = true }
        let body = operation.body.map { "BodyRule(isRequired: \($0.isRequired), \(rule($0.schema)))" } ?? "nil"
        let errors = operation.answers.compactMap { answer in
            Int(answer.status).flatMap { status in status >= 400 ? answer.errorCodes.first.map { "\(status): \($0)" } : nil }
        }
        return """
                Route(
                    operationID: \(ExprSyntax.string(operation.id)), method: \(ExprSyntax.string(operation.method)), path: \(ExprSyntax.string(operation.path)), isPublic: \(isPublic),
                    parameters: \(list),
                    body: \(body),
                    errors: [\(errors.isEmpty ? ":" : errors.joined(separator: ", "))]),
            """
    }

    /// The value rule of a schema; what it cannot say is left to the server.
    private func rule(_ schema: SchemaSummary) -> String {
        let plain: String
        switch schema.wireTypes.count == 1 ? schema.wireTypes[0] : "" {
        case "string":
            plain =
                ".string("
                + arguments([
                    schema.strings.isEmpty ? nil : "values: \(ExprSyntax.strings(schema.strings))",
                    schema.minLength.map { "minimumLength: \($0)" }, schema.maxLength.map { "maximumLength: \($0)" },
                    schema.pattern.map { "pattern: \(ExprSyntax.string($0))" },
                ]) + ")"
        case "integer":
            plain =
                ".integer("
                + arguments([
                    schema.minimum.flatMap { Int64(exactly: $0.rounded(.up)) }.map { "minimum: \($0)" },
                    schema.maximum.flatMap { Int64(exactly: $0.rounded(.down)) }.map { "maximum: \($0)" },
                    schema.integers.isEmpty ? nil : "values: [\(schema.integers.map(String.init).joined(separator: ", "))]",
                ]) + ")"
        case "number":
            plain =
                ".number("
                + arguments([schema.minimum.map { "minimum: \($0.plain)" }, schema.maximum.map { "maximum: \($0.plain)" }]) + ")"
        case "boolean": plain = ".boolean()"
        case "array": plain = ".array(of: \(schema.items.first.map(rule) ?? ".any"))"
        case "object" where !schema.members.isEmpty || schema.isClosed:
            let members = schema.members.map { "\(ExprSyntax.string($0.name)): \(rule($0.summary))" }.joined(separator: ", ")
            plain =
                ".object("
                + arguments([
                    "[\(members.isEmpty ? ":" : members)]",
                    "required: \(ExprSyntax.strings(schema.members.filter(\.isRequired).map(\.name)))",
                    schema.isClosed ? "isClosed: true" : nil,
                ]) + ")"
        default: return ".any"
        }
        return schema.isNullable ? plain + ".nullable" : plain
    }

    private func arguments(_ arguments: [String?]) -> String {
        arguments.compactMap { $0 }.joined(separator: ", ")
    }
}

extension SchemaSummary {
    /// The listed values that are strings.
    fileprivate var strings: [String] { values.compactMap { if case .string(let text) = $0 { text } else { nil } } }

    /// The listed values that are integers.
    fileprivate var integers: [Int64] { values.compactMap { if case .integer(let number) = $0 { number } else { nil } } }
}
