/// What an operation does, found by the operation's name.
struct OperationHandler: Sendable {
    let operationID: String
    /// Answers with `data`; nil when the operation has none.
    let answer: @Sendable (OperationCall) async throws -> JSON?

    init(_ operationID: String, answer: @escaping @Sendable (OperationCall) async throws -> JSON?) {
        self.operationID = operationID
        self.answer = answer
    }

    /// Refuses an operation that the simulator does not play, as the service refuses what it does not offer.
    static func notPlayed(_ operationID: String) -> OperationHandler {
        OperationHandler(operationID) { _ in
            throw ServiceFailure(status: 501, code: 16000, message: "the simulator does not play \(operationID)")
        }
    }

    static let all: [OperationHandler] = [
        .listWorkerRuns,
        .getWorkerRun,
        .listWorkerRunResults,
        .getWorkerLastRun,
        .v1RunDetail,
    ]
}
