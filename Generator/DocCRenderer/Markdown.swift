import APIModel

/// Text of the specification, made fit for a place in Markdown.
enum Markdown {
    /// Whether there is a backtick at all, which is sooner known than replaced.
    private static func hasTicks(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "`")) }

    /// Fit for a cell of a table: one line, bars escaped.
    static func cell(_ text: String) -> String {
        let line = text.onOneLine
        return line.utf8.contains(UInt8(ascii: "|")) ? line.replacing("|", with: "\\|") : line
    }

    /// Code in a sentence or a cell; a backtick within would end it.
    static func code(_ text: String) -> String {
        "`\(cell(hasTicks(text) ? text.replacing("`", with: "'") : text))`"
    }

    /// Fit for a line of a code block: a fence within would end the block.
    static func codeLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("```", with: "'''")
    }

    /// Fit for a code block: a fence within would end it.
    static func codeBlock(_ text: String) -> String {
        hasTicks(text) ? text.replacing("```", with: "'''") : text
    }

    /// Lines of code as they stand within a tab, whose closing brace a brace at the margin would be.
    static func tabLines(_ code: String) -> String {
        code.split(separator: "\n", omittingEmptySubsequences: false).map { "        " + $0 }.joined(separator: "\n")
    }

    /// Paragraphs that may hold Markdown of their own, but no directives of the documentation compiler and no headings.
    static func prose(_ text: String) -> String {
        var isFenced = false
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            let content = line.drop { $0.isWhitespace }
            if content.hasPrefix("```") { isFenced.toggle() }
            guard !isFenced, let first = content.first, "@#<".contains(first) else { return String(line) }
            return "\\" + content
        }
        // A block that is never closed would swallow the rest of the page.
        if isFenced { lines.append("```") }
        return lines.joined(separator: "\n")
    }
}
