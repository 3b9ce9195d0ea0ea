import JSONBytes

/// Which characters of an identifier are replaced when it is made, and which texts it must not have when it is sent.
public struct IdentifierRules: Sendable, Hashable {
    private let replacing: [Unicode.Scalar: String]
    /// The bytes that characters to replace begin with: identifiers are made by the thousand, and hardly one needs a second look.
    private let firstBytes: [UInt8]
    private let reserved: Set<String>

    /// Rules with replacements of single characters, and texts that mean something else in a path.
    public init(replacing: [String: String] = [:], reserved: [String] = []) {
        var scalars: [Unicode.Scalar: String] = [:]
        for (text, replacement) in replacing {
            if let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 { scalars[scalar] = replacement }
        }
        self.replacing = scalars
        firstBytes = scalars.keys.compactMap { String($0).utf8.first }.sorted()
        self.reserved = Set(reserved)
    }

    /// The text with every replacement made.
    public func normalized(_ text: String) -> String {
        guard !firstBytes.isEmpty, mayHoldReplaced(text) else { return text }
        return text.unicodeScalars.map { replacing[$0] ?? String($0) }.joined()
    }

    /// One tight loop for each byte sought, of which there is one as a rule.
    private func mayHoldReplaced(_ text: String) -> Bool {
        firstBytes.contains { text.contains(byte: $0) }
    }

    /// Why a text cannot be sent, or nil where it can.
    public func violation(of text: String) -> String? {
        if text.isEmpty { return "is empty" }
        if text == "." || text == ".." { return "is '\(text)', which a path cannot hold" }
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
            return "holds control characters"
        }
        if reserved.contains(text) { return "is '\(text)', which is reserved" }
        return nil
    }
}
