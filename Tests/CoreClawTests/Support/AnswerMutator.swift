/// Changes the bytes of answers, as a broken or hostile service might; the same seed makes the same changes.
struct AnswerMutator {
    private var random: SplitMix64
    private let others: [[UInt8]]

    /// - Parameter others: Answers from which pieces are taken.
    init(seed: UInt64, others: [[UInt8]]) {
        random = SplitMix64(state: seed)
        self.others = others
    }

    /// The answer with one to four changes.
    mutating func mutant(of answer: [UInt8]) -> [UInt8] {
        var bytes = answer
        for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes += snippet }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[start] = Self.characters.randomElement(using: &random) ?? 0
        case 2: bytes.insert(contentsOf: snippet, at: start)
        case 3: bytes.removeSubrange(start..<end)
        case 4: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 5: bytes.removeSubrange(start...)
        case 6: bytes.replaceSubrange(start..., with: (others.randomElement(using: &random) ?? []).suffix(bytes.count - start))
        default: replaceValue(after: start, of: &bytes)
        }
    }

    /// Puts another value, or nothing, where a value stands.
    private mutating func replaceValue(after place: Int, of bytes: inout [UInt8]) {
        guard let colon = bytes[place...].firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") }) else {
            return
        }
        let start = colon + 1
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }
        bytes.replaceSubrange(start..<(end ?? bytes.count), with: snippet)
    }

    private var snippet: [UInt8] {
        mutating get { Self.snippets.randomElement(using: &random) ?? [] }
    }

    private static let characters = Array("\"{}[],:\\/-+.eE0129tfn \n\u{0}\u{7F}".utf8) + [0x80, 0xC0, 0xED, 0xFF]

    private static let snippets: [[UInt8]] =
        [
            "null", "true", "false", "{}", "[]", "[null]", "{\"\":null}", "\"\"", "\"x\"", "-1", "0", "-0", "0.0", "1e400",
            "-1e400", "1e-400",
            "1E+2", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
            "18446744073709551616",
            "0.1", "00", "01", "+1", ".5", "1.", "NaN", "\"NaN\"", "\"1e999999999\"", "\"-\"", "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"", "\"\\x\"", "\"é\"", "\"e\\u0301\"", "\u{FEFF}", ",", ":", "\"", "}", "]", "/**/",
            "\"1970-01-01T00:00:00Z\"",
            String(repeating: "[", count: 300), String(repeating: "{\"a\":", count: 300), String(repeating: "9", count: 400),
            "\"\(String(repeating: "\\u00e9", count: 200))\"",
        ].map { Array($0.utf8) } + [[0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE]]
}

/// A generator of numbers that can be begun again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
