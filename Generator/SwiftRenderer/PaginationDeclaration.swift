import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// How an operation is paged through, as a static value.
struct PaginationDeclaration {
    private let pagination: Pagination
    private let operation: Operation

    init(_ pagination: Pagination, of operation: Operation) {
        self.pagination = pagination
        self.operation = operation
    }

    func declaration() throws -> DeclSyntax {
        var arguments = [
            "defaultSize: \(pagination.defaultSize)", "setPage: { $0.\(pagination.page) = \(integer("$1", pagination.page)) }",
        ]
        arguments.append("size: { \(pagination.size.map { integerBack("$0.\($0)", $0) } ?? "_ in nil") }")
        arguments.append("items: { $0.\(pagination.items) }")
        if let total = pagination.total { arguments.append("total: { \(int("$0.\(total.name)", total)) }") }
        if let echo = pagination.pageEcho { arguments.append("pageEcho: { \(int("$0.\(echo.name)", echo)) }") }
        if let identity = pagination.identity { arguments.append("identity: { \(identity.expression) }") }
        let list = arguments.map { "    " + $0 }.joined(separator: ",\n")
        return try DeclSyntax(
            validating: """
                public static let pagination = Pagination<\(raw: operation.typeName)>(
                \(raw: list))
                """
        ).documented(DocComment("The pagination of the list."))
    }

    private func type(of parameter: String) -> TypeReference? {
        operation.parameters.first { $0.name.identifier == parameter }?.type
    }

    private func integer(_ value: String, _ parameter: String) -> String {
        guard let type = type(of: parameter), type != .int else { return value }
        return "\(value).map { \(type.spelling)($0) }"
    }

    private func integerBack(_ value: String, _ parameter: String) -> String {
        guard let type = type(of: parameter), type != .int else { return value }
        return "\(value).map { Int($0) }"
    }

    private func int(_ value: String, _ member: Pagination.Member) -> String {
        guard member.type != .int, member.type != .lenientInt else { return value }
        return member.isOptional ? "\(value).map { Int($0) }" : "Int(\(value))"
    }
}

extension Pagination.Identity {
    fileprivate var expression: String {
        switch self {
        case .key(let key): "$0[\(ExprSyntax.string(key))]?.string"
        case .property(let name, let isOptional, let isRaw): "$0.\(name)\(isRaw ? (isOptional ? "?.rawValue" : ".rawValue") : "")"
        }
    }
}
