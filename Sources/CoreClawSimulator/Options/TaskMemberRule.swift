/// Which members a task has in answers.
public enum TaskMemberRule: Sendable, Hashable {
    /// Sixteen in lists and seventeen in the detail, and the schedule's, as the service was seen to answer on 6 August 2026.
    case all
    /// Five in lists and up to ten in the detail, as the service's documentation has it.
    case few
}
