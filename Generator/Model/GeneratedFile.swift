/// A file to be written, by its path relative to the folder the generator runs in.
package struct GeneratedFile: Hashable, Sendable {
    package let path: String
    package let contents: String

    package init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}
