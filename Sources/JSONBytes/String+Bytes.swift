// Names are bytes. The operators of `String` go by Unicode's canonical equivalence, by which "é" equals "e" with an accent behind it.

extension String {
    /// Whether both texts are the same bytes in UTF-8.
    func hasSameBytes(as other: String) -> Bool {
        let left = utf8, right = other.utf8
        guard left.count == right.count else { return false }
        let isSame = left.withContiguousStorageIfAvailable { left in
            right.withContiguousStorageIfAvailable { left.elementsEqual($0) }
        }
        return (isSame ?? nil) ?? left.elementsEqual(right)
    }

    /// Whether one of the bytes in UTF-8 is `byte`, eight at a time.
    package func contains(byte: UInt8) -> Bool {
        var text = self
        return text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            let ones: UInt64 = 0x0101_0101_0101_0101
            var index = 0
            while index &+ 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ (ones &* UInt64(byte))
                if (word &- ones) & ~word & (ones &* 0x80) != 0 { return true }
                index &+= 8
            }
            return raw[index...].contains(byte)
        }
    }

    /// Whether the bytes of this text come before those of the other, which is the order of their scalars too.
    func precedes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Hashes the bytes in UTF-8.
    func hashBytes(into hasher: inout Hasher) {
        var text = self
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// A text that equals another if its bytes do, as the key of a dictionary.
struct JSONExactText: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: JSONExactText, right: JSONExactText) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
        text.hashBytes(into: &hasher)
        hasher.combine(0xFF as UInt8)
    }
}
