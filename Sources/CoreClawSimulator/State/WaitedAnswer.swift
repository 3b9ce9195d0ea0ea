/// Which operation a waiting caller called.
enum WaitedAnswer: Sendable {
    case start, rerun, v1
}
