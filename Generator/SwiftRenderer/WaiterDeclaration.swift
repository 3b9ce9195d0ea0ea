import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// How an operation is polled, as an extension of its own.
struct WaiterDeclaration {
    private let operation: Operation
    /// Whether it is the first waiter of an operation with this response type.
    private let isFirst: Bool
    /// Whether it is the first waiter of an operation with this type of state.
    private let isFirstOfState: Bool

    init(_ operation: Operation, in api: API) {
        self.operation = operation
        func isFirst<T: Equatable>(_ type: (Operation) -> T) -> Bool {
            api.operations.first { $0.waiter != nil && type($0) == type(operation) }?.id == operation.id
        }
        self.isFirst = isFirst(\.output.type)
        isFirstOfState = isFirst(\.waiter?.stateType)
    }

    func declarations() throws -> [DeclSyntax] {
        guard let waiter = operation.waiter else { return [] }
        let state = "$0.\(waiter.state)\(waiter.stateType == nil ? "" : ".rawValue")"
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
        ] + (try finality(waiter))
    }

    /// Whether a state is final, where states have a type of their own.
    private func finality(_ waiter: Waiter) throws -> [DeclSyntax] {
        guard isFirstOfState, let type = waiter.stateType else { return [] }
        let states = (waiter.succeeded + waiter.failed).map { "`\($0)`" }.joined(separator: ", ")
        let property = try DeclSyntax(
            validating: """
                public var isFinal: Bool { \(raw: operation.typeName).waiter.isFinal(rawValue) }
                """
        ).documented(DocComment("Whether the state is final: one of \(states)."))
        return [try DeclSyntax.type("extension \(type)", members: [property].members)]
    }
}
