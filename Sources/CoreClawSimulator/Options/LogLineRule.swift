/// What the lines of a run's log are.
public enum LogLineRule: Sendable, Hashable {
    /// Objects with level, group, text and time, as the service was seen to answer on 6 August 2026 and as v1 does.
    case objects
    /// The same objects with the level as a word, such as `info`, which one official client provides for.
    case objectsWithWords
    /// Bare texts, as the service's documentation of 8 August 2026 has it.
    case strings
}
