/// A set of member indices: one word, and more words only for types of more than 64 members.
struct JSONMemberSet: Sendable {
    private var low: UInt64 = 0
    private var high: [UInt64]?

    @inline(__always)
    mutating func insert(_ index: Int) {
        if index < 64 {
            low |= 1 << UInt64(truncatingIfNeeded: index)
        } else {
            insertHigh(index - 64)
        }
    }

    @inline(never)
    private mutating func insertHigh(_ index: Int) {
        var words = high ?? []
        while words.count <= index / 64 { words.append(0) }
        words[index / 64] |= 1 << UInt64(index % 64)
        high = words
    }

    mutating func remove(_ index: Int) {
        if index < 64 {
            low &= ~(1 << UInt64(truncatingIfNeeded: index))
        } else if contains(index) {
            high?[(index - 64) / 64] ^= 1 << UInt64((index - 64) % 64)
        }
    }

    func contains(_ index: Int) -> Bool {
        if index < 64 { return low & 1 << UInt64(index) != 0 }
        let index = index - 64
        guard let high else { return false }
        return index / 64 < high.count && high[index / 64] & 1 << UInt64(index % 64) != 0
    }

    /// The lowest index that is not in `other`.
    @inline(__always)
    func first(missingIn other: JSONMemberSet) -> Int? {
        let missing = low & ~other.low
        if missing != 0 { return missing.trailingZeroBitCount }
        return high == nil ? nil : firstHigh(missingIn: other)
    }

    @inline(never)
    private func firstHigh(missingIn other: JSONMemberSet) -> Int? {
        let others = other.high ?? []
        for (position, word) in (high ?? []).enumerated() {
            let missing = word & ~(position < others.count ? others[position] : 0)
            if missing != 0 { return (position + 1) * 64 + missing.trailingZeroBitCount }
        }
        return nil
    }
}
