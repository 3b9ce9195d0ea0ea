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
        let isInteger = enumeration.isInteger && !enumeration.isNamed
        let raw = isInteger ? "Int" : "String"
        let constants: [DeclSyntax] = enumeration.cases.map { value in
            let rawValue = isInteger ? rawValue(value) : ExprSyntax.string(value.name.wire)
            return DeclSyntax("public static let \(raw: value.name.identifier) = \(raw: name)(rawValue: \(rawValue))")
                .documented(DocComment(value.documentation ?? "`\(value.name.wire)`."))
        }
        let names: [DeclSyntax] =
            enumeration.isNamed
            ? [
                DeclSyntax("public static let names = \(ExprSyntax.strings(enumeration.cases.map(\.name.swift)))")
                    .documented(DocComment("The names of the known values, in the same order."))
            ] : []
        let known = enumeration.cases.map(\.name.identifier).joined(separator: ", ")
        let members: [DeclSyntax] =
            try [
                DeclSyntax("public let rawValue: \(raw: raw)").documented(DocComment("The value on the wire.")),
                DeclSyntax(
                    validating: """
                        public init(rawValue: \(raw: raw)) {
                            self.rawValue = rawValue\(raw: folding)
                        }
                        """
                ).documented(DocComment("Creates a known or unknown value.\(foldingNote)")),
            ] + constants + [
                DeclSyntax("public static let knownValues: [\(raw: name)] = [\(raw: known)]")
                    .documented(DocComment("The known values, in the order of the specification."))
            ] + names
        return try DeclSyntax.type("public struct \(name): \(conformance), ParameterValue", members: members.members).documented(
            comment,
            indent: 0
        )
    }

    private var conformance: String {
        if enumeration.isNamed { return "JSONNamedValue" }
        return enumeration.isInteger ? "JSONIntegerValue" : "JSONStringValue"
    }

    private var folding: String {
        switch enumeration.folding {
        case .lower: ".lowercased()"
        case .upper: ".uppercased()"
        case nil: ""
        }
    }

    private var foldingNote: String {
        enumeration.folding == nil ? "" : " Letter case is ignored."
    }

    private func closed() throws -> DeclSyntax {
        let cases: [DeclSyntax] = enumeration.cases.map { value in
            let needsRaw = enumeration.isInteger || value.name.swift != value.name.wire
            let declaration: DeclSyntax =
                needsRaw ? "case \(raw: value.name.identifier) = \(rawValue(value))" : "case \(raw: value.name.identifier)"
            return declaration.documented(DocComment(value.documentation ?? "`\(value.name.wire)`."))
        }
        let conformances = enumeration.isInteger ? "Int, JSONClosedIntegerEnum" : "String, JSONClosedEnum"
        return try DeclSyntax.type(
            "public enum \(enumeration.name): \(conformances), ParameterValue, CaseIterable",
            members: cases.compactMembers
        ).documented(comment, indent: 0)
    }

    private func rawValue(_ value: Enumeration.Case) -> ExprSyntax {
        enumeration.isInteger ? "\(raw: value.name.wire)" : .string(value.name.wire)
    }
}
