import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The enumeration of an operation that answers differently by status.
struct OutputDeclaration {
    let name: String
    let alternatives: [Output.Alternative]
    let operation: Operation

    func declaration() throws -> DeclSyntax {
        let cases: [DeclSyntax] = alternatives.map { alternative in
            let payload = alternative.content == .none ? "" : "(\(alternative.type.spelling))"
            let text =
                alternative.documentation.isEmpty
                ? "Status \(alternative.pattern)." : "\(alternative.pattern): \(alternative.documentation)"
            return DeclSyntax("case \(raw: alternative.name.identifier)\(raw: payload)").documented(DocComment(text))
        }
        return try DeclSyntax.type("public enum \(name): Sendable", members: cases.compactMembers).documented(
            DocComment("What ``\(operation.typeName)`` answers, by status."),
            indent: 0
        )
    }
}
