/// The items that every simulator's run queue starts with, by reference.
///
/// ```swift
/// try await coreclaw.queue.activate(ids: [QueueItemID(SeededQueue.waiting)]).requireAllSucceeded()
/// ```
public enum SeededQueue {
    /// An item of ``SeededWorkers/maps`` that is `waiting`.
    public static let waiting = "123456"

    /// An item of ``SeededWorkers/maps`` that is `inactive`.
    public static let inactive = "123457"

    /// An item of ``SeededWorkers/demo`` that is `inactive`.
    public static let released = "22"
}
