/// A file to be written, by its path relative to the folder the generator runs in.
public struct GeneratedFile: Hashable, Sendable {
    public let path: String
    public let contents: String

    public init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}
