/// What the receivers of callbacks are to be told.
enum RunNews: Sendable {
    case change(runID: String, body: JSON, RunCallback)
    /// The account is back at its beginning: nothing from before is to be told any more.
    case beginning
}
