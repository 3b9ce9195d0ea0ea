/// What a reader allows a document.
public struct JSONLimits: Sendable {
    /// How many arrays and objects may be open at once; values above 256, which the stack bears, count as 256.
    public var depth: Int

    /// Makes limits; the usual depth is 128.
    public init(depth: Int = 128) {
        self.depth = depth
    }

    static let maximumDepth = 256
}
