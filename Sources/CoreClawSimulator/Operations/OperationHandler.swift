/// What an operation does, found by the operation's name.
struct OperationHandler: Sendable {
    let operationID: String
    /// Answers with `data`; nil when the operation has none.
    let answer: @Sendable (OperationCall) async throws -> JSON?

    init(_ operationID: String, answer: @escaping @Sendable (OperationCall) async throws -> JSON?) {
        self.operationID = operationID
        self.answer = answer
    }

    static let all: [OperationHandler] = [
        .listWorkerRuns,
        .getWorkerRun,
        .listWorkerRunResults,
        .getWorkerLastRun,
        .v1RunDetail,
    ]
}
