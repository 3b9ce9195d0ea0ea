import OpenAPIDocument

/// What the specification says to people about a thing.
package struct Documentation: Sendable {
    /// One sentence.
    package let summary: String
    /// Further paragraphs.
    package let discussion: String
    package let quirks: [Quirk]

    init(summary: String? = nil, description: String? = nil, quirks: [Document.Quirk] = []) {
        let text = (description ?? "").trimmed
        if let summary, !summary.trimmed.isEmpty {
            self.summary = summary.trimmed.onOneLine
            discussion = text
        } else {
            // The first paragraph is the summary.
            let paragraphs = text.paragraphs
            self.summary = (paragraphs.first ?? "").onOneLine
            discussion = paragraphs.dropFirst().joined(separator: "\n\n")
        }
        self.quirks = quirks.map(Quirk.init)
    }
}

/// What the service really does, since when, and what the client does about it.
package struct Quirk: Hashable, Sendable {
    package let id: String
    package let since: String?
    package let fact: String
    package let client: String?

    init(_ quirk: Document.Quirk) {
        id = quirk.id
        since = quirk.since
        fact = quirk.fact.trimmed.onOneLine
        client = quirk.client?.trimmed.onOneLine
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }

    /// With every run of white space made one space.
    package var onOneLine: String {
        isOnOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether it surely is so already, as most texts are: to look at each character is the slower way to find out.
    private var isOnOneLine: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            if byte <= UInt8(ascii: " ") && (byte != UInt8(ascii: " ") || previous == byte) || byte >= 0x80 { return false }
            previous = byte
        }
        return previous != UInt8(ascii: " ")
    }

    /// The parts between blank lines.
    var paragraphs: [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }
}
