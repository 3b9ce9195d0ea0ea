/// A run that is held back until somebody activates it.
struct QueueItem: Sendable {
    enum Status: String, Sendable {
        case waiting, inactive
    }

    /// Digits.
    let ref: String
    let order: RunOrder
    var status = Status.waiting
    /// Why the item was released; empty when nobody said.
    var reason = ""

    var json: JSON { ["queue_ref": .string(ref), "queue_status": .string(status.rawValue)] }
}
