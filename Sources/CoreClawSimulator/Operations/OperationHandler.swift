/// What an operation does, found by the operation's name.
struct OperationHandler: Sendable {
    let operationID: String
    /// Answers with `data`; nil when the operation has none.
    let answer: @Sendable (OperationCall) async throws -> JSON?
    /// The parameters whose values the operation checks itself, in words of its own.
    var checkedParameters: Set<String> = []

    init(_ operationID: String, answer: @escaping @Sendable (OperationCall) async throws -> JSON?) {
        self.operationID = operationID
        self.answer = answer
    }

    /// Several operations that do the same to what their paths name.
    static func each(
        _ operationIDs: String...,
        answer: @escaping @Sendable (OperationCall) async throws -> JSON?
    ) -> [OperationHandler] {
        operationIDs.map { OperationHandler($0, answer: answer) }
    }

    /// Refuses an operation that the simulator does not play, as the service refuses what it does not offer.
    static func notPlayed(_ operationID: String) -> OperationHandler {
        OperationHandler(operationID) { _ in
            throw ServiceFailure(status: 501, code: 16000, message: "the simulator does not play \(operationID)")
        }
    }

    static let all: [OperationHandler] =
        catalogue + account + workers + starts + runDetails + runLists + runLogs + runResults + runExports + aborts + reruns
        + tasks + taskInputs + taskRuns + queue + v1Catalogue + v1Runs + v1Starts
}
