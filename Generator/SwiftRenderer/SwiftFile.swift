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
    /// A type or an extension by its header, such as `public struct Run: JSONModel`, around the text of its members.
    static func type(_ header: String, members: String) throws -> DeclSyntax {
        try DeclSyntax(validating: "\(raw: header) {\(raw: members)\n}")
    }
}

extension [DeclSyntax] {
    /// The declarations as the members of a type, a blank line between them.
    var members: String { text(blankLines: 1) }

    /// The same below other members.
    var furtherMembers: String { text(blankLines: 1, isFirst: false) }

    /// The declarations as the members of a type, without blank lines.
    var compactMembers: String { text(blankLines: 0) }

    private func text(blankLines: Int, isFirst: Bool = true) -> String {
        enumerated().map { index, declaration in
            String(repeating: "\n", count: index == 0 && isFirst ? 1 : 1 + blankLines) + declaration.description.indented
        }.joined()
    }
}

extension String {
    /// One step to the right, line by line; blank lines stay blank.
    var indented: String {
        let lineBreak = UInt8(ascii: "\n")
        var text: [UInt8] = []
        text.reserveCapacity(utf8.count + utf8.count / 8)
        var isAtLineStart = true
        for byte in utf8 {
            if isAtLineStart, byte != lineBreak { text += [32, 32, 32, 32] }
            text.append(byte)
            isAtLineStart = byte == lineBreak
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension [CodeBlockItemSyntax] {
    /// The statements of a body, one to a line.
    var lines: CodeBlockItemListSyntax {
        CodeBlockItemListSyntax(map { LineIndenter.indent($0, afterLineBreaks: 1) })
    }
}
