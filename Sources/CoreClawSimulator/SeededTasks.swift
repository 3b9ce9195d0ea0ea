/// The tasks that every simulator starts with, by slug.
///
/// ```swift
/// let started = try await coreclaw.tasks.run(TaskID(SeededTasks.maps))
/// ```
public enum SeededTasks {
    /// A task of ``SeededWorkers/maps`` without a schedule, which has run three times.
    public static let maps = "01KX4ZM5DE8Y8GAZQ7R0KYZ3FD"

    /// A task of ``SeededWorkers/demo`` that runs by itself every day at 09:30 UTC.
    public static let scheduled = "demo-task"

    /// A task of ``SeededWorkers/profiles`` that has never run.
    public static let profiles = "01KZAZF168TD9P37RY3RBN6YJ0"

    /// A task of ``SeededWorkers/news`` without a schedule.
    public static let news = "01KSFDXRNYGKT3NNE11EMR4W5X"

    /// A task of ``SeededWorkers/demo`` with a flat input, which the service keeps and whose runs fail.
    public static let flatInput = "flat-input-task"
}
