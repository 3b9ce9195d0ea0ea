import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of a set of values: open, a wrapper with a constant for each; closed, an enumeration.
struct EnumerationFile {
    private let enumeration: Enumeration

    init(_ enumeration: Enumeration) {
        self.enumeration = enumeration
    }

    func file() throws -> SwiftFile {
        SwiftFile(
            path: "Types/\(enumeration.name).swift",
            source: enumeration.location.file,
            imports: ["APIRuntime", "JSONBytes"],
            declarations: [try enumeration.isOpen ? open() : closed()]
        )
    }

    private var comment: DocComment {
        var comment = DocComment(enumeration.documentation, orElse: "The values of `\(enumeration.name)`.")
        comment.add(enumeration.documentation.quirks)
        return comment
    }

    private func open() throws -> DeclSyntax {
        let name = enumeration.name
        let raw = enumeration.isInteger ? "Int" : "String"
        let constants: [DeclSyntax] = enumeration.cases.map { value in
            DeclSyntax("public static let \(raw: value.name.identifier) = \(raw: name)(rawValue: \(rawValue(value)))")
                .documented(DocComment(value.documentation ?? "`\(value.name.wire)`."))
        }
        let known = enumeration.cases.map(\.name.identifier).joined(separator: ", ")
        let members: [DeclSyntax] =
            try [
                DeclSyntax("public let rawValue: \(raw: raw)").documented(DocComment("The value on the wire.")),
                DeclSyntax(
                    validating: """
                        public init(rawValue: \(raw: raw)) {
                            self.rawValue = rawValue
                        }
                        """
                ).documented(DocComment("Wraps a value, whether it has a name here or not.")),
            ] + constants + [
                DeclSyntax("public static let knownValues: [\(raw: name)] = [\(raw: known)]")
                    .documented(DocComment("The values that have a name here, in the order of the documentation."))
            ]
        return try DeclSyntax(
            validating: """
                public struct \(raw: name): \(raw: enumeration.isInteger ? "JSONIntegerValue" : "JSONStringValue"), ParameterValue {\(members.members)
                }
                """
        ).documented(comment, indent: 0)
    }

    private func closed() throws -> DeclSyntax {
        let cases: [DeclSyntax] = enumeration.cases.map { value in
            let needsRaw = enumeration.isInteger || value.name.swift != value.name.wire
            let declaration: DeclSyntax =
                needsRaw ? "case \(raw: value.name.identifier) = \(rawValue(value))" : "case \(raw: value.name.identifier)"
            return declaration.documented(DocComment(value.documentation ?? "`\(value.name.wire)`."))
        }
        let conformances = enumeration.isInteger ? "Int, JSONClosedIntegerEnum" : "String, JSONClosedEnum"
        return try DeclSyntax(
            validating: """
                public enum \(raw: enumeration.name): \(raw: conformances), ParameterValue, CaseIterable {\(cases.compactMembers)
                }
                """
        ).documented(comment, indent: 0)
    }

    private func rawValue(_ value: Enumeration.Case) -> ExprSyntax {
        enumeration.isInteger ? "\(raw: value.name.wire)" : .string(value.name.wire)
    }
}
