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
