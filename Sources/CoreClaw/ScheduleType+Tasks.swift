extension ScheduleType {
    /// What a task shows, as what can be sent; nil if it has no schedule, or one of a kind that is not known.
    public init?(_ type: TaskScheduleType) {
        self.init(rawValue: type.rawValue)
    }
}
