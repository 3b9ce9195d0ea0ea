/// Lays out diagnostics for a terminal: the line, the excerpt it is about and a caret below.
package struct DiagnosticPrinter {
    private var lines: [String: [Substring]] = [:]

    /// Prints from the texts of the files that the diagnostics are about.
    package init(sources: [String: String]) {
        lines = sources.mapValues { $0.split(omittingEmptySubsequences: false) { $0.isNewline } }
    }

    /// The text for one diagnostic, without a final line break.
    package func text(for diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        guard let lines = lines[location.file], lines.indices.contains(location.line - 1) else {
            return diagnostic.description
        }
        let excerpt = String(lines[location.line - 1].prefix(160))
        let indent = String(repeating: " ", count: max(0, min(location.column - 1, excerpt.count)))
        return "\(diagnostic)\n    \(excerpt)\n    \(indent)^"
    }

    /// The texts for all diagnostics, each followed by a line break.
    package func text(for diagnostics: [Diagnostic]) -> String {
        diagnostics.map { text(for: $0) + "\n" }.joined()
    }
}
