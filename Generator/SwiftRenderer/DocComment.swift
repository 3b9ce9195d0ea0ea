import APIModel
import SwiftSyntax

/// A documentation comment: lines of `///`, wrapped.
struct DocComment {
    private var paragraphs: [String] = []

    init(_ documentation: Documentation, orElse fallback: String = "") {
        add(documentation.summary.isEmpty ? fallback : documentation.summary)
        add(documentation.discussion)
    }

    init(_ text: String) {
        add(text)
    }

    /// Adds a paragraph; nothing, if the text is empty.
    mutating func add(_ text: String) {
        if !text.isEmpty { paragraphs.append(text) }
    }

    /// Adds the spelling on the wire, where it is another.
    mutating func addWireName(_ name: Name) {
        if name.wire != name.swift { add("`\(name.wire)` on the wire.") }
    }

    /// Adds what the service does otherwise than expected.
    mutating func add(_ quirks: [Quirk]) {
        for quirk in quirks {
            let place = [quirk.id, quirk.since].compactMap(\.self).joined(separator: ", ")
            let client = quirk.client.map { " *Client:* \($0)" } ?? ""
            add("> Note: \(quirk.fact)\(client) (\(place))".replacing("  ", with: " "))
        }
    }

    /// Adds a list, each item on a line of its own.
    mutating func addList(_ items: [String]) {
        if !items.isEmpty { paragraphs.append(items.joined(separator: "\n")) }
    }

    /// The lines without their slashes, at most `width` wide where the text allows.
    func lines(width: Int) -> [String] {
        var lines: [String] = []
        for paragraph in paragraphs {
            if !lines.isEmpty { lines.append("") }
            for line in Self.joined(paragraph) {
                lines += Self.wrapped(line.isPlain ? line : line.filter { !$0.isControl }, width: width)
            }
        }
        return lines
    }

    /// The comment as it stands before a declaration that is indented so deep.
    func trivia(indent: Int = 0) -> Trivia {
        Trivia(
            pieces: lines(width: 116 - indent).flatMap { line -> [TriviaPiece] in
                [.docLineComment(line.isEmpty ? "///" : "/// \(line)"), .newlines(1)]
            }
        )
    }

    /// The lines of a paragraph, those of plain prose made one, so that they can be wrapped anew.
    private static func joined(_ paragraph: String) -> [String] {
        var lines: [String] = []
        var isCode = false
        for line in paragraph.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let isFence = line.hasPrefix("```")
            let isProse = !isCode && !isFence && (line.first?.isLetter == true || line.hasPrefix("`"))
            if isProse, let last = lines.last, last.first?.isLetter == true || last.hasPrefix("`") && !last.hasPrefix("```") {
                lines[lines.count - 1] = last + " " + line
            } else {
                lines.append(String(line))
            }
            if isFence { isCode.toggle() }
        }
        return lines
    }

    private static func wrapped(_ line: String, width: Int) -> [String] {
        guard line.count > width, !line.hasPrefix("|"), !line.hasPrefix("```") else { return [line] }
        // What continues an item of a list stands below its text.
        let indent = line.prefix { $0 == " " }.count
        let isItem = line.dropFirst(indent).hasPrefix("- ")
        let continuation = line.hasPrefix("> ") ? "> " : String(repeating: " ", count: indent + (isItem ? 2 : 0))
        var lines: [String] = []
        var current = String(repeating: " ", count: indent)
        var length = indent
        var isEmpty = true
        for word in line.split(separator: " ") {
            let wordLength = word.count
            if !isEmpty, length + 1 + wordLength > width {
                lines.append(current)
                current = continuation
                length = continuation.count
                isEmpty = true
            }
            if !isEmpty { current += " " }
            current += word
            length += wordLength + (isEmpty ? 0 : 1)
            isEmpty = false
        }
        return lines + [current]
    }
}

extension String {
    /// Whether it surely has no control characters: to look at each character is the slower way to find out.
    fileprivate var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}

extension Character {
    fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\t" } }
}

extension DeclSyntax {
    /// The declaration below its documentation.
    func documented(_ comment: DocComment, indent: Int = 4) -> DeclSyntax {
        with(\.leadingTrivia, comment.trivia(indent: indent) + leadingTrivia)
    }

    /// The declaration, marked as one to leave.
    func deprecated(if isDeprecated: Bool, message: String?) throws -> DeclSyntax {
        guard isDeprecated else { return self }
        let text = message.map { StringLiteralExprSyntax(content: $0) }
        let attribute: AttributeSyntax =
            if let text { "@available(*, deprecated, message: \(text))" } else { "@available(*, deprecated)" }
        return try DeclSyntax(validating: "\(attribute)\n\(self)")
    }
}
