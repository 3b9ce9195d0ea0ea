/// A place in a file of the specification.
package struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// The path of the file, relative to the folder the generator runs in.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, counted in Unicode scalars.
    package let column: Int

    /// Names a place in a file.
    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, as editors and terminals understand it.
    package var description: String { "\(file):\(line):\(column)" }
}
