/// One thing to say about the specification, with the place it is about.
package struct Diagnostic: Hashable, Sendable {
    /// How much a diagnostic matters.
    package enum Severity: String, Sendable {
        /// Nothing is generated.
        case error
        /// Files are generated, unless warnings count as errors.
        case warning
        /// For information.
        case note
    }

    /// How much it matters.
    package let severity: Severity
    /// What it is about.
    package let problem: Problem
    /// Where.
    package let location: SourceLocation

    /// Says that there is a problem at a place.
    package init(_ severity: Severity, _ problem: Problem, at location: SourceLocation) {
        self.severity = severity
        self.problem = problem
        self.location = location
    }
}

extension Diagnostic: CustomStringConvertible {
    /// One line: place, severity, fact, identifier in brackets, and a way out where there is one.
    package var description: String {
        let line = "\(location): \(severity.rawValue): \(problem.fact) [\(problem.id)]"
        guard let wayOut = problem.wayOut else { return line }
        return "\(line); \(wayOut)"
    }
}
