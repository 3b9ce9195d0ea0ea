/// A place in a file of the specification.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// The path of the file, relative to the folder the generator runs in.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, counted in Unicode scalars.
    public let column: Int

    /// Names a place in a file.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, as editors and terminals understand it.
    public var description: String { "\(file):\(line):\(column)" }
}
