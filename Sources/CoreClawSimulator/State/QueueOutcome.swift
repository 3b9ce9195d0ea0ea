/// What became of one item in a request about several.
struct QueueOutcome: Sendable, Equatable {
    let ref: String
    /// What is in the way; nil when it worked.
    var error: String?

    var json: JSON {
        .object(optional: [("queue_ref", .string(ref)), ("success", .bool(error == nil)), ("error", error.map(JSON.string))])
    }
}
