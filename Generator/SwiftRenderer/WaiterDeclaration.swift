import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// How an operation is polled, as an extension of its own.
struct WaiterDeclaration {
    private let operation: Operation
    private let isFirst: Bool

    /// The waiter of an operation, the first or a further one of those that answer its type.
    init(_ operation: Operation, isFirst: Bool) {
        self.operation = operation
        self.isFirst = isFirst
    }

    func declarations() throws -> [DeclSyntax] {
        guard let waiter = operation.waiter else { return [] }
        let state = "$0.\(waiter.state)\(waiter.isRaw ? ".rawValue" : "")"
        let lingering = waiter.lingering.map { "\(ExprSyntax.string($0.state)): \($0.seconds.durationExpression)" }.joined(
            separator: ", "
        )
        let value = try DeclSyntax(
            validating: """
                public static let waiter = Waiter<\(raw: operation.typeName)>(
                    schedule: [\(raw: waiter.schedule.map(\.durationExpression).joined(separator: ", "))], timeout: \(raw: waiter.timeout.durationExpression),
                    state: { \(raw: state) },
                    succeeded: \(ExprSyntax.strings(waiter.succeeded)), failed: \(ExprSyntax.strings(waiter.failed)), pending: \(ExprSyntax.strings(waiter.pending)),
                    lingering: [\(raw: lingering.isEmpty ? ":" : lingering)])
                """
        ).documented(DocComment("The final states and the polling schedule."))
        let conformance: DeclSyntax = try DeclSyntax.type(
            "extension \(operation.typeName): WaitableOperation",
            members: [value].members
        )
        guard isFirst, case .named(let output) = operation.output.type else { return [conformance] }
        let states = waiter.succeeded.map { "`\($0)`" }.joined(separator: " or ")
        var comment = DocComment("Returns the value if its state is \(states).")
        comment.add("- Throws: ``/APIRuntime/UnsuccessfulStateError`` if it is in another state.")
        let check = try DeclSyntax(
            validating: """
                @discardableResult
                public func requireSucceeded() throws -> \(raw: output) {
                    try \(raw: operation.typeName).waiter.requireSucceeded(self)
                }
                """
        ).documented(comment)
        return [
            conformance,
            try DeclSyntax.type("extension \(output)", members: [check].members),
        ]
    }
}
