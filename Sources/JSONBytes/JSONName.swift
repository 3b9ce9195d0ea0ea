/// A member's name, reduced to its length and its first and last eight bytes; names up to 16 bytes are told apart by these alone.
struct JSONName: Equatable, Sendable {
    let length: Int
    let first: UInt64
    let last: UInt64

    /// Spreads names over the upper bits.
    @inline(__always)
    var hash: UInt64 {
        (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: length)) &* 0xD6E8_FEB8_6659_FD93
    }

    /// Which bits of a word belong to a name of this length.
    static func mask(length: Int) -> UInt64 {
        length >= 8 ? .max : (1 << UInt64(max(length, 0) * 8)) - 1
    }

    init(_ text: String) {
        var count = 0
        var first: UInt64 = 0
        var last: UInt64 = 0
        for byte in text.utf8 {
            if count < 8 { first |= UInt64(byte) << UInt64(count * 8) }
            last = last >> 8 | UInt64(byte) << 56
            count += 1
        }
        length = count
        self.first = first
        self.last = count > 8 ? last : 0
    }

    /// The name in `length` bytes from the cursor on.
    @inline(__always)
    init(at cursor: JSONCursor, length: Int) {
        self.length = length
        first = Self.word(at: cursor, ahead: 0, length: length)
        last = length > 8 ? Self.word(at: cursor, ahead: length - 8, length: 8) : 0
    }

    @inline(__always)
    private static func word(at cursor: JSONCursor, ahead: Int, length: Int) -> UInt64 {
        cursor.word(ahead: ahead) & mask(length: length)
    }
}
