/// What a reader allows a document.
public struct JSONLimits: Sendable {
    /// How many arrays and objects may be open at once; values above 256, which the stack bears, count as 256.
    public var depth: Int

    /// Whether a value that an optional property cannot hold is an error.
    ///
    /// Otherwise the property is `nil` and the value is kept in ``JSONModel/unknownMembers``.
    public var strictDecoding: Bool

    /// Makes limits. The depth defaults to 128.
    public init(depth: Int = 128, strictDecoding: Bool = false) {
        self.depth = depth
        self.strictDecoding = strictDecoding
    }

    static let maximumDepth = 256

    /// The depth within the bounds of the stack.
    var readerDepth: Int { min(max(depth, 0), Self.maximumDepth) }
}
