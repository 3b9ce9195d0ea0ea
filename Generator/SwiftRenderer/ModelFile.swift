import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of an object with named members.
struct ModelFile {
    private let model: Model

    init(_ model: Model) {
        self.model = model
    }

    func file() throws -> SwiftFile {
        let needsFoundation = model.properties.contains { $0.type.needsFoundation }
        let needsRuntime = model.properties.contains { $0.type.needsRuntime }
        return SwiftFile(
            path: "Types/\(model.name).swift",
            source: model.location.file,
            imports: (needsFoundation ? ["Foundation"] : []) + (needsRuntime ? ["APIRuntime"] : []) + ["JSONBytes"],
            declarations: [try declaration()]
        )
    }

    private func declaration() throws -> DeclSyntax {
        let members: [DeclSyntax] =
            try model.properties.map(property)
            + [
                DeclSyntax("public var unknownMembers = JSONObject()").documented(
                    DocComment("Unknown fields, preserved when the value is encoded.")
                )
            ]
            + initializers() + [fields(), coding()]
        var comment = DocComment(model.documentation, orElse: "The object `\(model.name)`.")
        comment.add(model.documentation.quirks)
        return try DeclSyntax.type(
            "public struct \(model.name): \(model.shorthand == nil ? "JSONModel" : "JSONShorthandModel")",
            members: members.members
        ).documented(comment, indent: 0)
    }

    private func property(_ property: Property) throws -> DeclSyntax {
        var comment = DocComment(property.documentation, orElse: "The member `\(property.name.wire)`.")
        if property.type.tellsNullFromAbsence { comment.add("`nil` omits the field, `.null` sends null.") }
        comment.add(property.documentation.quirks)
        comment.addWireName(property.name)
        let box = property.isBoxed ? "@Boxed " : ""
        let declaration: DeclSyntax = "\(raw: box)public var \(raw: property.name.identifier)\(raw: typeAndValue(of: property))"
        return try declaration.documented(comment).deprecated(if: property.isDeprecated, message: nil)
    }

    private func typeAndValue(of property: Property) -> String {
        if property.isOptional { return ": \(property.fullType.spelling)\(property.isBoxed ? " = nil" : "")" }
        let name = property.type.spelling
        switch property.placeholder {
        case .model: return " = \(name)(placeholder: .value)"
        case .rawString: return " = \(name)(rawValue: \"\")"
        case .rawInteger: return " = \(name)(rawValue: 0)"
        case .firstCase(let first): return " = \(name).\(first)"
        case .union: return " = \(name).unrecognized(.null)"
        case .wrapper: return " = \(name)(.null)"
        case .none:
            let value = property.type.emptyValue ?? "\(name)()"
            return property.type.isInferred ? " = \(value)" : ": \(name) = \(value)"
        }
    }

    private func initializers() throws -> [DeclSyntax] {
        let placeholder = DeclSyntax("public init(placeholder: JSONPlaceholder) {}")
            .documented(DocComment("Creates a placeholder to decode into. For generated code."))
        let shorthand = try model.shorthand.map { member in
            try DeclSyntax(
                validating: """
                    public init(shorthand text: String) {
                        self.\(raw: member.identifier) = text
                    }
                    """
            ).documented(DocComment("Creates a value from a string, which sets `\(member.wire)`."))
        }
        guard model.isBuiltByCallers else { return [placeholder] + (shorthand.map { [$0] } ?? []) }
        let arguments = model.properties.map(Argument.init).inCallOrder
        var comment = DocComment("Creates a value from its properties.")
        comment.addList(Argument.documentation(arguments))
        let initializer = try DeclSyntax(
            validating: """
                public init(\(raw: Argument.list(arguments, indent: 4))) {\(arguments.map { CodeBlockItemSyntax("self.\(raw: $0.memberName) = \(raw: $0.name)") }.lines)
                }
                """
        ).documented(comment)
        return [initializer, placeholder] + (shorthand.map { [$0] } ?? [])
    }

    private func fields() throws -> DeclSyntax {
        let optional = model.properties.filter { !$0.isRequired }.map(\.name.wire)
        let arguments = [names(model.properties.map(\.name.wire))] + (optional.isEmpty ? [] : ["optional: " + names(optional)])
        let isShort = model.properties.count == 1
        return try DeclSyntax(
            validating: """
                public static let fields = JSONFields(\(raw: isShort ? "" : "\n    ")\(raw: arguments.joined(separator: isShort ? ", " : ",\n    ")))
                """
        ).documented(DocComment("The names of the fields on the wire."))
    }

    /// Names separated by line breaks, in one literal.
    private func names(_ names: [String]) -> String {
        if names.count == 1 { return "\(ExprSyntax.string(names[0]))" }
        let lines = names.map { name in
            let needsEscape = name.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }
            return "    " + (needsEscape ? name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") : name)
        }
        return "\"\"\"\n\(lines.joined(separator: "\n"))\n    \"\"\""
    }

    private func coding() throws -> DeclSyntax {
        let calls = model.properties.map { property -> CodeBlockItemSyntax in
            var arguments = "&\(property.name.identifier)"
            if let absent = property.absent, property.type.takesAbsent { arguments += ", absent: \(absent.expression)" }
            if property.nullIsEmpty { arguments += ", nullIsEmpty: true" }
            return "coder.\(raw: property.type.coderMethod)(\(raw: arguments))"
        }
        return try DeclSyntax(
            validating: """
                public mutating func members(_ coder: inout JSONCoder) {\(calls.lines)
                }
                """
        ).documented(DocComment("Decodes or encodes each field, in the order of the names."))
    }
}
