import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of a value that is one of several types.
struct UnionFile {
    private let union: Union

    init(_ union: Union) {
        self.union = union
    }

    func file() throws -> SwiftFile {
        let needsFoundation = union.cases.contains { $0.type.needsFoundation }
        let needsRuntime = union.cases.contains { $0.type.needsRuntime }
        return SwiftFile(
            path: "Types/\(union.name).swift",
            source: union.location.file,
            imports: (needsFoundation ? ["Foundation"] : []) + (needsRuntime ? ["APIRuntime"] : []) + ["JSONBytes"],
            declarations: [try declaration()]
        )
    }

    private func declaration() throws -> DeclSyntax {
        let cases: [DeclSyntax] =
            union.cases.map { unionCase in
                DeclSyntax("case \(raw: unionCase.name.identifier)(\(raw: unionCase.type.spelling))")
                    .documented(DocComment("A value of type `\(unionCase.type.spelling)`."))
            } + [DeclSyntax("case unrecognized(JSONValue)").documented(DocComment("A value of another type."))]
        let members: [DeclSyntax] = try [reading(), writing()]
        var comment = DocComment(union.documentation, orElse: "One of several types.")
        comment.add(union.documentation.quirks)
        return try DeclSyntax(
            validating: """
                public indirect enum \(raw: union.name): JSONComposite {\(raw: cases.compactMembers)\(raw: members.furtherMembers)
                }
                """
        ).documented(comment, indent: 0)
    }

    private func reading() throws -> DeclSyntax {
        try DeclSyntax(
            validating: """
                public static func read(from reader: inout JSONReader) throws(JSONError) -> \(raw: union.name) {\((union.discriminator.map { [choice(by: $0)] } ?? attempts()).lines)
                }
                """
        ).documented(
            DocComment(union.discriminator.map { "Decodes the type that `\($0)` names." } ?? "Decodes the first matching type.")
        )
    }

    private func choice(by discriminator: String) -> CodeBlockItemSyntax {
        let cases = union.cases.map { unionCase -> SwitchCaseListSyntax.Element in
            let values = unionCase.discriminatorValues.isEmpty ? [unionCase.name.wire] : unionCase.discriminatorValues
            let patterns = values.map { "\(ExprSyntax.string($0))" }.joined(separator: ", ")
            return .switchCase(
                "case \(raw: patterns): return .\(raw: unionCase.name.identifier)(try reader.read(\(raw: unionCase.type.spelling).self))\n"
            )
        }
        return """
            switch reader.discriminator(\(ExprSyntax.string(discriminator))) {
            \(SwitchCaseListSyntax(cases))default: return .unrecognized(try reader.read(JSONValue.self))
            }
            """
    }

    /// Types that know every member there is go before those that merely tolerate them.
    private func attempts() -> [CodeBlockItemSyntax] {
        func attempt(_ unionCase: Union.Case, strictly: Bool) -> CodeBlockItemSyntax {
            let type = unionCase.type.spelling
            return """
                if let value = reader.attempt(\(raw: type).self\(raw: strictly ? ", strict: true" : "")) { return .\(raw: unionCase.name.identifier)(value) }
                """
        }
        return union.cases.map { attempt($0, strictly: true) } + union.cases.map { attempt($0, strictly: false) } + [
            "return .unrecognized(try reader.unrecognized())"
        ]
    }

    private func writing() throws -> DeclSyntax {
        let cases = (union.cases.map(\.name.identifier) + ["unrecognized"]).map { name -> SwitchCaseListSyntax.Element in
            .switchCase("case .\(raw: name)(let value): value.write(to: &writer)\n")
        }
        return try DeclSyntax(
            validating: """
                public func write(to writer: inout JSONWriter) {
                    switch self {
                    \(SwitchCaseListSyntax(cases))}
                }
                """
        ).documented(DocComment("Encodes the value."))
    }
}
