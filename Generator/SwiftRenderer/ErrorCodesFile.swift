import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of the application codes, as constants of the open type that errors carry.
struct ErrorCodesFile {
    private let api: API

    init(_ api: API) {
        self.api = api
    }

    func file() throws -> SwiftFile {
        let groups = api.errorCodes.compactMap(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let main = constants(of: api.errorCodes.filter { $0.group == nil })
        let nested = try groups.map { group in
            try DeclSyntax.type(
                "public enum \(group.prefix(1).uppercased() + group.dropFirst())",
                members: constants(of: api.errorCodes.filter { $0.group == group }, indent: 8).members
            ).documented(DocComment("The codes of \(group)."))
        }
        let declaration = try DeclSyntax.type("extension APIErrorCode", members: (main + nested).members)
        return SwiftFile(
            path: "ErrorCodes.swift",
            source: api.settings.document,
            imports: ["APIRuntime"],
            declarations: [declaration]
        )
    }

    private func constants(of codes: [ErrorCode], indent: Int = 4) -> [DeclSyntax] {
        codes.map { code in
            DeclSyntax("public static let \(raw: Name.escaped(code.swiftName)) = APIErrorCode(\(raw: code.code))")
                .documented(DocComment("\(code.meaning) `\(code.key)`, \(code.code)."), indent: indent)
        }
    }
}
