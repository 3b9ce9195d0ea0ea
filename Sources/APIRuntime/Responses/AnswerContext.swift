import Logging

/// What reading an answer needs to know beside the answer.
struct AnswerContext: Sendable {
    let operation: String
    let envelope: EnvelopeDescriptor?
    let catalogue: [Int: ErrorCode]
    let maximumNesting: Int
    let redactor: Redactor
    var strictDecoding = false
    var logger: Logger?
}
