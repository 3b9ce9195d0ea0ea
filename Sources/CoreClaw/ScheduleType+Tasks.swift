extension ScheduleType {
    /// Converts the schedule of a task to one that can be sent, or returns `nil` if there is no schedule or its type is unknown.
    public init?(_ type: TaskScheduleType) {
        self.init(rawValue: type.rawValue)
    }
}
