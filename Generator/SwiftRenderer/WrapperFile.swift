import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of a type around any JSON, with a function for each way to put an object into it.
struct WrapperFile {
    private let wrapper: Wrapper

    init(_ wrapper: Wrapper) {
        self.wrapper = wrapper
    }

    func file() throws -> SwiftFile {
        SwiftFile(
            path: "Types/\(wrapper.name).swift",
            source: wrapper.location.file,
            imports: ["JSONBytes"],
            declarations: [try declaration()]
        )
    }

    private func declaration() throws -> DeclSyntax {
        let own: [DeclSyntax] = try [
            DeclSyntax("public let value: JSONValue").documented(DocComment("The value on the wire.")),
            DeclSyntax(
                validating: """
                    public init(_ value: JSONValue) {
                        self.value = value
                    }
                    """
            ).documented(DocComment("Wraps a value unchanged.")),
        ]
        let ways = try wrapper.ways.flatMap { try [members(of: $0), encoding(of: $0)] }
        var comment = DocComment(wrapper.documentation, orElse: "Any JSON.")
        comment.add(wrapper.documentation.quirks)
        return try DeclSyntax.type("public struct \(wrapper.name): JSONWrapper", members: (own + ways).members).documented(
            comment,
            indent: 0
        )
    }

    private func members(of way: Wrapper.Way) throws -> DeclSyntax {
        try DeclSyntax(
            validating: """
                public static func \(raw: way.name.identifier)(_ members: JSONObject) -> \(raw: wrapper.name) {
                    \(raw: wrapper.name)(.object(members), at: \(ExprSyntax.strings(way.path)))
                }
                """
        ).documented(DocComment("Puts an object \(way.place)."))
    }

    private func encoding(of way: Wrapper.Way) throws -> DeclSyntax {
        var comment = DocComment("Puts an encoded value \(way.place).")
        comment.add("- Throws: `EncodingError` or `JSONError` if the value cannot be written as JSON.")
        return try DeclSyntax(
            validating: """
                public static func \(raw: way.name.identifier)(encoding value: some Encodable) throws -> \(raw: wrapper.name) {
                    try \(raw: wrapper.name)(encoding: value, at: \(ExprSyntax.strings(way.path)))
                }
                """
        ).documented(comment)
    }
}

extension Wrapper.Way {
    /// The description of the target.
    fileprivate var place: String {
        path.isEmpty
            ? "in unchanged" : "into `" + path.map { "{\"\($0)\": " }.joined() + "…" + path.map { _ in "}" }.joined() + "`"
    }
}
