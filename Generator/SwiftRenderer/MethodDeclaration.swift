import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The methods of one operation: to send it, or to page through it, and to wait by it.
struct MethodDeclaration {
    private let operation: Operation
    private let api: API
    private let client: String

    init(_ operation: Operation, in api: API, client: String) {
        self.operation = operation
        self.api = api
        self.client = client
    }

    func declarations() throws -> [DeclSyntax] {
        let methods = try operation.methods.map(declaration)
        guard let waiter = operation.waiter, let main = operation.methods.first else { return methods }
        return methods + [try wait(waiter, like: main), try updates(waiter, like: main)]
    }

    /// The expression that makes the request.
    private func request(of method: FlatMethod) -> String {
        let parameters = operation.parameters.filter { $0.name.identifier != operation.pagination?.page }
        let given = parameters.map { Argument($0) }.map { ($0, "\($0.name): \($0.name)") }
        let body = operation.body.map { body -> (Argument, String) in
            (
                Argument(body),
                "\(body.name.identifier): \(body.flattened.map { members(of: $0, in: method) } ?? body.name.identifier)"
            )
        }
        let all = given + (body.map { [$0] } ?? [])
        let ordered = all.filter { !$0.0.isOptional } + all.filter { $0.0.isOptional }
        let line = "\(operation.typeName)(\(ordered.map(\.1).joined(separator: ", ")))"
        if line.count <= 80 { return line }
        return "\(operation.typeName)(\n        \(ordered.map(\.1).joined(separator: ",\n        ")))"
    }

    /// The expression that makes a flattened body.
    private func members(of model: Model, in method: FlatMethod) -> String {
        let required = model.properties.filter { !Argument($0).isOptional },
            optional = model.properties.filter { Argument($0).isOptional }
        let members = (required + optional).compactMap { property -> String? in
            let name = property.name.identifier
            guard let value = method.fixedValue(of: property) else { return method.shows(property) ? "\(name): \(name)" : nil }
            return ValueExpression(api: api).text(property.type, value).map { "\(name): \($0)" }
        }
        let line = "\(model.name)(\(members.joined(separator: ", ")))"
        if line.count <= 110 { return line }
        return "\(model.name)(\n            \(members.joined(separator: ",\n            ")))"
    }

    /// The client, where an argument has its name too.
    private func client(besides arguments: [Argument]) -> String {
        arguments.contains { $0.name == client } ? "self.\(client)" : client
    }

    // MARK: Methods

    private func declaration(_ method: FlatMethod) throws -> DeclSyntax {
        let arguments = operation.arguments(of: method)
        let request = request(of: method)
        let client = client(besides: arguments)
        var comment = DocComment(method.documentation, orElse: "`\(operation.id)`")
        comment.add("`\(operation.method) \(operation.path)`")
        comment.add(method.fixedText)
        comment.addList(Argument.documentation(arguments))
        let declaration: DeclSyntax
        let name = Name.escaped(method.name)
        let list = Argument.list(arguments, indent: 4)
        if operation.pagination != nil {
            comment.addList([
                "- Returns: The items of all pages, which are fetched as you read them. `page(_:)` fetches a single page."
            ])
            declaration = try DeclSyntax(
                validating: """
                    public func \(raw: name)(\(raw: list)) -> PagedSequence<\(raw: operation.typeName)> {
                        \(raw: client).pages(of: \(raw: request))
                    }
                    """
            )
        } else {
            comment.addList(["- Throws: ``/APIRuntime/APIError``, or `CancellationError` if the task is cancelled."])
            let returns = operation.output.type == .void ? "" : " -> \(operation.output.type.spelling)"
            declaration = try DeclSyntax(
                validating: """
                    public func \(raw: name)(\(raw: list)) async throws\(raw: returns) {
                        try await \(raw: client).send(\(raw: request))
                    }
                    """
            )
        }
        return try declaration.deprecated(if: operation.isDeprecated, message: operation.deprecationMessage).documented(comment)
    }

    private func wait(_ waiter: Waiter, like method: FlatMethod) throws -> DeclSyntax {
        let arguments = operation.arguments(of: method)
        var comment = DocComment("Polls until the state is final and returns the response with that state.")
        let final = (waiter.succeeded + waiter.failed).map { "`\($0)`" }.joined(separator: ", ")
        let lingering = waiter.lingering.map { " `\($0.state)` is treated as final after \($0.seconds.plain) seconds." }
        comment.add("The final states are \(final).\(lingering.joined())")
        comment.addList(
            Argument.documentation(arguments) + limits(waiter)
        )
        comment.addList([
            "- Throws: ``/APIRuntime/WaiterTimeoutError`` with the last state when the time limit expires, ``/APIRuntime/APIError``, or `CancellationError`."
        ])
        return try DeclSyntax(
            validating: """
                public func \(raw: Name.escaped(waiter.method))(\(raw: list(arguments, waiter))) async throws -> \(raw: operation.output.type.spelling) {
                    try await \(raw: client(besides: arguments)).wait(for: \(raw: request(of: method)), timeout: timeout, every: interval)
                }
                """
        ).documented(comment)
    }

    private func updates(_ waiter: Waiter, like method: FlatMethod) throws -> DeclSyntax {
        let arguments = operation.arguments(of: method)
        var comment = DocComment("Polls until the state is final and returns each response on the way.")
        comment.addList(
            Argument.documentation(arguments) + limits(waiter)
        )
        return try DeclSyntax(
            validating: """
                public func \(raw: Name.escaped(waiter.updates))(\(raw: list(arguments, waiter))) -> WaiterUpdates<\(raw: operation.typeName)> {
                    \(raw: client(besides: arguments)).updates(of: \(raw: request(of: method)), timeout: timeout, every: interval)
                }
                """
        ).documented(comment)
    }

    private func list(_ arguments: [Argument], _ waiter: Waiter) -> String {
        let limits = ["timeout: Duration? = \(waiter.timeout.durationExpression)", "every interval: Duration? = nil"]
        return (arguments.map(\.declaration) + limits).joined(separator: ", ")
    }

    private func limits(_ waiter: Waiter) -> [String] {
        let schedule = waiter.schedule.map(\.plain).joined(separator: ", ")
        return [
            "  - timeout: Maximum time to wait, or `nil` for no limit. Defaults to \(waiter.timeout.plain) seconds.",
            "  - interval: Pause between polls. Defaults to the schedule \(schedule) seconds, whose last pause repeats.",
        ]
    }
}

extension FlatMethod {
    /// What it sends without being asked, as a sentence.
    fileprivate var fixedText: String {
        let members = fixed.compactMap { member in Literal(member.value).map { "`\(member.key): \($0.text)`" } }
        return members.isEmpty ? "" : "Always sends \(members.joined(separator: " and "))."
    }
}
