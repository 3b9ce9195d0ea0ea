/// Gives out identifiers that follow from the time and a counter alone, so that a test can tell them in advance.
struct IdentifierSequence: Sendable {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private var count: UInt64 = 0

    /// A ULID: ten characters for the time, sixteen that count.
    mutating func slug(at now: Int64) -> String {
        count += 1
        let milliseconds = UInt64(min(max(now, 0), 281_474_976_710)) * 1000
        return Self.text(milliseconds, digits: 10) + Self.text(count, digits: 16)
    }

    /// A number of 19 digits, as the service numbers tasks and runs internally.
    mutating func number(at now: Int64) -> Int64 {
        count += 1
        return min(max(now, 1_000_000_000), 9_000_000_000) * 1_000_000_000 + Int64(count % 1_000_000_000)
    }

    private static func text(_ value: UInt64, digits: Int) -> String {
        String((0..<digits).reversed().map { alphabet[Int(value >> (UInt64($0) * 5) & 31)] })
    }
}
