import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The limit for one attempt of an operation, where it depends on the body.
struct TimeoutDeclaration {
    private let operation: Operation
    private let api: API

    init(_ operation: Operation, in api: API) {
        self.operation = operation
        self.api = api
    }

    func declaration() throws -> DeclSyntax? {
        guard let timeout = operation.timeout, !timeout.conditions.isEmpty, let body = operation.body,
            case .named(let name) = body.type, let model = api.model(name)
        else { return nil }
        let conditions = timeout.conditions.compactMap { expression($0, on: body, of: model) }
        return try DeclSyntax(
            validating: """
                public var timeout: Duration? {
                    \(raw: conditions.joined(separator: " && ")) ? \(raw: timeout.seconds.durationExpression) : nil
                }
                """
        ).documented(DocComment("The time limit of an attempt: \(timeout.words), otherwise the client's."))
    }

    private func expression(_ condition: Timeout.Condition, on body: Body, of model: Model) -> String? {
        guard let property = model.properties.first(where: { $0.name.wire == condition.member }),
            let value = ValueExpression(api: api).text(property.type, condition.value)
        else { return nil }
        let member = "body\(body.isRequired ? "" : "?").\(property.name.identifier)"
        let canBeMissing = property.isOptional || !body.isRequired
        return condition.holdsIfMissing && canBeMissing ? "(\(member) ?? \(value)) == \(value)" : "\(member) == \(value)"
    }
}
