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
        guard let waiter = operation.waiter else { return [try method()] }
        return [try method(), try wait(waiter), try updates(waiter)]
    }

    // MARK: Arguments

    /// What a caller gives; a flattened body counts by its members, and pages are chosen later.
    static func arguments(of operation: Operation) -> [Argument] {
        let parameters = operation.parameters.filter { $0.name.identifier != operation.pagination?.page }
        var arguments = parameters.map { Argument($0) }
        if let body = operation.body {
            arguments += body.flattened.map { $0.properties.map { Argument($0) } } ?? [Argument(body)]
        }
        // A call that names one thing reads as such: `get(id)`.
        let inPath = operation.parameters.filter { $0.place == .path }
        if inPath.count == 1, let index = arguments.firstIndex(where: { $0.name == inPath[0].name.identifier }) {
            arguments[index].isUnlabelled = true
        } else if let body = operation.body, body.flattened == nil, inPath.isEmpty,
            let index = arguments.firstIndex(where: { $0.memberName == "body" })
        {
            arguments[index].isUnlabelled = true
        }
        return arguments.filter(\.isUnlabelled) + arguments.filter { !$0.isUnlabelled }.inCallOrder
    }

    private var arguments: [Argument] { Self.arguments(of: operation) }

    /// The expression that makes the request.
    private var request: String {
        let parameters = operation.parameters.filter { $0.name.identifier != operation.pagination?.page }
        let given = parameters.map { Argument($0) }.map { ($0, "\($0.name): \($0.name)") }
        let body = operation.body.map { body -> (Argument, String) in
            guard let model = body.flattened else { return (Argument(body), "\(body.name.identifier): \(body.name.identifier)") }
            let members = model.properties.map { Argument($0) }.inCallOrder.map { "\($0.name): \($0.name)" }.joined(
                separator: ", "
            )
            return (Argument(body), "\(body.name.identifier): \(model.name)(\(members))")
        }
        let all = given + (body.map { [$0] } ?? [])
        let ordered = all.filter { !$0.0.isOptional } + all.filter { $0.0.isOptional }
        let line = "\(operation.typeName)(\(ordered.map(\.1).joined(separator: ", ")))"
        if line.count <= 80 { return line }
        return "\(operation.typeName)(\n        \(ordered.map(\.1).joined(separator: ",\n        ")))"
    }

    // MARK: Methods

    private func method() throws -> DeclSyntax {
        var comment = DocComment(operation.documentation, orElse: "`\(operation.id)`")
        comment.add("`\(operation.method) \(operation.path)`")
        comment.addList(Argument.documentation(arguments))
        let declaration: DeclSyntax
        let name = Name.escaped(operation.methodName)
        let list = Argument.list(arguments, indent: 4)
        if operation.pagination != nil {
            comment.addList(["- Returns: The items of all pages, asked for as they are read; `page(_:)` gives one page alone."])
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

    private func wait(_ waiter: Waiter) throws -> DeclSyntax {
        var comment = DocComment("Asks again and again until the state is final, and answers that one, whatever it is.")
        let final = (waiter.succeeded + waiter.failed).map { "`\($0)`" }.joined(separator: ", ")
        comment.add("Final are \(final).")
        comment.addList(
            Argument.documentation(arguments) + [
                "  - timeout: The longest to wait; \(waiter.timeout.plain) seconds if it is left out."
            ]
        )
        comment.addList([
            "- Throws: ``/APIRuntime/WaiterTimeoutError`` with the last state when the time is over, ``/APIRuntime/APIError``, or `CancellationError`."
        ])
        return try DeclSyntax(
            validating: """
                public func \(raw: Name.escaped(waiter.method))(\(raw: listWithTimeout)) async throws -> \(raw: operation.output.type.spelling) {
                    try await \(raw: client).wait(for: \(raw: request), timeout: timeout)
                }
                """
        ).documented(comment)
    }

    private func updates(_ waiter: Waiter) throws -> DeclSyntax {
        var comment = DocComment("Every state that is seen while waiting; the last one is final.")
        comment.addList(
            Argument.documentation(arguments) + [
                "  - timeout: The longest to wait; \(waiter.timeout.plain) seconds if it is left out."
            ]
        )
        return try DeclSyntax(
            validating: """
                public func \(raw: Name.escaped(waiter.updates))(\(raw: listWithTimeout)) -> WaiterUpdates<\(raw: operation.typeName)> {
                    \(raw: client).updates(of: \(raw: request), timeout: timeout)
                }
                """
        ).documented(comment)
    }

    private var listWithTimeout: String {
        (arguments.map(\.declaration) + ["timeout: Duration? = nil"]).joined(separator: ", ")
    }
}
