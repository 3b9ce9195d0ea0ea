/// Collects what the stages have to say, so that one run reports everything it can.
package final class Diagnostics {
    /// Everything said so far, in the order it was said, each thing once.
    package private(set) var all: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    private let warningsAreErrors: Bool

    /// Starts an empty collection.
    ///
    /// - Parameter warningsAreErrors: Whether every warning counts as an error (`--strict`).
    package init(warningsAreErrors: Bool = false) {
        self.warningsAreErrors = warningsAreErrors
    }

    /// Says that something is wrong and that nothing can be generated from it.
    package func error(_ problem: Problem, at location: SourceLocation) {
        add(Diagnostic(.error, problem, at: location))
    }

    /// Says that something is doubtful.
    package func warning(_ problem: Problem, at location: SourceLocation) {
        add(Diagnostic(warningsAreErrors ? .error : .warning, problem, at: location))
    }

    /// Says something for information.
    package func note(_ problem: Problem, at location: SourceLocation) {
        add(Diagnostic(.note, problem, at: location))
    }

    /// Whether an error was reported.
    package var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// Ends a stage: throws if an error was reported up to here.
    package func throwIfErrors() throws {
        if hasErrors { throw SpecificationError() }
    }

    private func add(_ diagnostic: Diagnostic) {
        if seen.insert(diagnostic).inserted { all.append(diagnostic) }
    }
}

/// The specification has errors; the diagnostics say which.
package struct SpecificationError: Error {
    /// Stands for the errors that were collected.
    package init() {}
}
