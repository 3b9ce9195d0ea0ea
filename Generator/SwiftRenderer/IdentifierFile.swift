import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of a string that is a type of its own.
struct IdentifierFile {
    private let identifier: APIModel.Identifier

    init(_ identifier: APIModel.Identifier) {
        self.identifier = identifier
    }

    func file() throws -> SwiftFile {
        SwiftFile(
            path: "Types/\(identifier.name).swift",
            source: identifier.location.file,
            imports: ["APIRuntime", "JSONBytes"],
            declarations: [try declaration()]
        )
    }

    private func declaration() throws -> DeclSyntax {
        let members: [DeclSyntax] = try [
            DeclSyntax("public let rawValue: String").documented(DocComment("The ID as a string.")),
            DeclSyntax(
                validating: """
                    public init(rawValue: String) {
                        self.rawValue = Self.rules.normalized(rawValue)
                    }
                    """
            ).documented(DocComment("Creates an ID from a string. An invalid ID is rejected before a request is sent.")),
            DeclSyntax(validating: "public static let rules = IdentifierRules(\(raw: rules))")
                .documented(DocComment("The replacements and reserved values of this ID.")),
        ]
        var comment = DocComment(identifier.documentation, orElse: "An identifier.")
        comment.add(identifier.documentation.quirks)
        return try DeclSyntax.type("public struct \(identifier.name): Identifier", members: members.members).documented(
            comment,
            indent: 0
        )
    }

    private var rules: String {
        var arguments: [String] = []
        if !identifier.replacements.isEmpty {
            let pairs = identifier.replacements.map { "\(ExprSyntax.string($0.0)): \(ExprSyntax.string($0.1))" }
            arguments.append("replacing: [\(pairs.joined(separator: ", "))]")
        }
        if !identifier.reserved.isEmpty { arguments.append("reserved: \(ExprSyntax.strings(identifier.reserved))") }
        return arguments.joined(separator: ", ")
    }
}
