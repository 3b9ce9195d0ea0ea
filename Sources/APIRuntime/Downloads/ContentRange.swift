/// The header `Content-Range` of a part: `bytes 5-9/10`, or `bytes 5-9/*` where the size of the whole is not known.
struct ContentRange: Sendable, Hashable {
    let start: Int
    let end: Int
    let total: Int?

    init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
        let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let bounds = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let start = Self.number(bounds[0]), let end = Self.number(bounds[1]), start <= end else {
            return nil
        }
        let total = Self.number(parts[1])
        guard total.map({ end < $0 }) ?? (parts[1] == "*") else { return nil }
        self.start = start
        self.end = end
        self.total = total
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
