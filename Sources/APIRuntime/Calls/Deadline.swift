/// A time at which an action runs, unless the deadline is removed first.
///
/// `due`, `place` and `isRemoved` are read and written under the lock of the scheduler that made the deadline, and nowhere else.
/// `action` never changes. That makes the class safe to share.
final class Deadline: @unchecked Sendable {
    /// Runs at the deadline; returns the time of the next deadline, or `nil` if there is none.
    let action: @Sendable (_ now: Duration) -> Duration?
    var due: Duration
    /// The index in the heap, or `nil` outside of it.
    var place: Int?
    var isRemoved = false

    init(due: Duration, action: @escaping @Sendable (_ now: Duration) -> Duration?) {
        self.due = due
        self.action = action
    }
}
