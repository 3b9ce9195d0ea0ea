import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of the client: where the service is and how it wants to be spoken to.
struct ClientFile {
    private let api: API

    init(_ api: API) {
        self.api = api
    }

    func file() throws -> SwiftFile {
        SwiftFile(
            path: "\(api.settings.client).swift",
            source: api.settings.document,
            imports: ["APIRuntime"],
            declarations: [try structure()]
        )
    }

    private func structure() throws -> DeclSyntax {
        let version = api.settings.version.map { version in
            DeclSyntax("public static let version = \(ExprSyntax.string(version))")
                .documented(DocComment("The version of this library, sent in `User-Agent`."))
        }
        let members: [DeclSyntax] =
            try (version.map { [$0] } ?? []) + [
                service(),
                DeclSyntax("public var configuration: ClientConfiguration").documented(
                    DocComment("The configuration. Use `with` to create a copy with other options.")
                ),
                DeclSyntax(
                    validating: """
                        public init(configuration: ClientConfiguration) {
                            self.configuration = configuration
                        }
                        """
                ).documented(DocComment("Creates a client with a configuration.")),
            ]
        var comment = DocComment("A client of the \(api.title).")
        comment.add(api.summary)
        comment.add(
            "A client is a value that is cheap to copy and safe to share. It needs no shutdown. By default, it reads the API key from the "
                + "environment variable `\(api.settings.environment)_API_KEY` when a call first needs it."
        )
        return try DeclSyntax.type("public struct \(api.settings.client): APIClient", members: members.members).documented(
            comment,
            indent: 0
        )
    }

    private func service() throws -> DeclSyntax {
        var arguments = [
            "name: \(ExprSyntax.string(api.settings.module))",
            "environmentPrefix: \(ExprSyntax.string(api.settings.environment))",
            "userAgent: \(ExprSyntax.string(api.settings.userAgent))", "servers: \(ExprSyntax.strings(api.servers))",
            "security: [\(api.security.map(\.expression).joined(separator: ", "))]",
        ]
        if let envelope = api.envelope { arguments.append("envelope: \(envelope.expression)") }
        if !api.errorCodes.isEmpty {
            // A code means the same to retrying in whichever group it stands.
            var seen: Set<Int> = []
            let codes = api.errorCodes.filter { seen.insert($0.code).inserted }.map { code in
                let values = "\(code.code), \(ExprSyntax.string(code.key)), \(ExprSyntax.string(code.meaning))"
                let retry = "retry: .\(code.retry.rawValue)" + (code.kind.map { ", kind: .\($0.rawValue)" } ?? "")
                if values.count + retry.count <= 100 { return "        ErrorCode(\(values), \(retry))," }
                return "        ErrorCode(\n            \(values),\n            \(retry)),"
            }
            arguments.append("errorCodes: [\n\(codes.joined(separator: "\n"))\n    ]")
        }
        let list = arguments.map { "    " + $0 }.joined(separator: ",\n")
        return try DeclSyntax(
            validating: """
                public static let service = ServiceDescriptor(
                \(raw: list))
                """
        ).documented(DocComment("The properties that all operations share."))
    }
}
