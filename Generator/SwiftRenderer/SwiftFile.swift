import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// One Swift file: where it goes, what it imports, what it declares.
struct SwiftFile {
    /// The path within its output folder.
    let path: String
    /// The file of the specification that it comes from.
    let source: String
    let imports: [String]
    let declarations: [DeclSyntax]

    func rendered(in folder: String, of api: API) throws -> GeneratedFile {
        let imports = imports.sorted().map { CodeBlockItemSyntax("import \(raw: $0)").with(\.leadingTrivia, .newline) }
        let declarations = declarations.map {
            CodeBlockItemSyntax(item: .decl($0)).with(\.leadingTrivia, .newlines(2) + $0.leadingTrivia)
        }
        let banner = Trivia.lineComment("// \(GeneratedFile.mark)\(source). Do not edit.") + .newline
        let file = SourceFileSyntax(
            leadingTrivia: banner,
            statements: CodeBlockItemListSyntax(imports + declarations),
            endOfFileToken: .endOfFileToken(leadingTrivia: .newline)
        )
        return GeneratedFile(path: "\(folder)/\(path)", contents: file.description)
    }
}

extension DeclSyntax {
    /// A type or an extension by its header, such as `public struct Run: JSONModel`, around members that need not be parsed again.
    static func type(_ header: String, members: MemberBlockItemListSyntax) throws -> DeclSyntax {
        let empty = try DeclSyntax(validating: "\(raw: header) {\n}")
        if let type = empty.as(StructDeclSyntax.self) { return DeclSyntax(type.with(\.memberBlock.members, members)) }
        if let type = empty.as(EnumDeclSyntax.self) { return DeclSyntax(type.with(\.memberBlock.members, members)) }
        if let type = empty.as(ExtensionDeclSyntax.self) { return DeclSyntax(type.with(\.memberBlock.members, members)) }
        return empty
    }
}

extension [DeclSyntax] {
    /// The declarations as the members of a type, a blank line between them.
    var members: MemberBlockItemListSyntax { memberList(blankLines: 1) }

    /// The same below other members.
    var furtherMembers: MemberBlockItemListSyntax { memberList(blankLines: 1, isFirst: false) }

    /// The declarations as the members of a type, without blank lines.
    var compactMembers: MemberBlockItemListSyntax { memberList(blankLines: 0) }

    private func memberList(blankLines: Int, isFirst: Bool = true) -> MemberBlockItemListSyntax {
        MemberBlockItemListSyntax(
            enumerated().map { index, declaration in
                MemberBlockItemSyntax(
                    decl: LineIndenter.indent(declaration, afterLineBreaks: index == 0 && isFirst ? 1 : 1 + blankLines)
                )
            }
        )
    }
}

extension [CodeBlockItemSyntax] {
    /// The statements of a body, one to a line.
    var lines: CodeBlockItemListSyntax {
        CodeBlockItemListSyntax(map { LineIndenter.indent($0, afterLineBreaks: 1) })
    }
}
