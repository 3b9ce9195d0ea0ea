// With `JSONStorage` and `JSONCursor` one of the few files with pointers: every store is checked against the capacity.

/// A growing buffer of bytes that are written.
struct JSONOutput: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>?
    private var capacity = 0
    private(set) var count = 0

    deinit {
        base?.deallocate()
    }

    /// A copy of what is written.
    var bytes: [UInt8] {
        Array(UnsafeBufferPointer(start: base, count: count))
    }

    /// The byte written last; 0 before the first.
    @inline(__always)
    var last: UInt8 {
        guard let base, count > 0 else { return 0 }
        return base[count - 1]
    }

    /// Room for `additional` bytes behind those written.
    @inline(__always)
    private mutating func room(for additional: Int) -> UnsafeMutablePointer<UInt8> {
        if let base, capacity - count >= additional { return base + count }
        return grow(by: additional)
    }

    @inline(never)
    private mutating func grow(by additional: Int) -> UnsafeMutablePointer<UInt8> {
        let larger = Swift.max(256, capacity * 2, count + additional)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        if let base {
            memory.update(from: base, count: count)
            base.deallocate()
        }
        base = memory
        capacity = larger
        return memory + count
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        room(for: 1).pointee = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: [UInt8], from lower: Int, to upper: Int) {
        bytes.withUnsafeBufferPointer { source in
            guard let address = source.baseAddress, lower >= 0, lower < upper, upper <= source.count else { return }
            room(for: upper - lower).update(from: address + lower, count: upper - lower)
            count += upper - lower
        }
    }

    /// Appends text as it is.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { copy($0) }
    }

    /// Appends the digits of a number.
    mutating func append(_ number: UInt64) {
        var digits = 1
        var bound: UInt64 = 10
        while digits < 20, number >= bound {
            digits += 1
            bound = digits < 20 ? bound &* 10 : .max
        }
        let room = room(for: 20)
        var rest = number
        var index = digits
        while index > 1 {
            index -= 2
            let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
            let tens = (pair &* 103) >> 10
            room[index] = ASCII.zero &+ UInt8(truncatingIfNeeded: tens)
            room[index + 1] = ASCII.zero &+ UInt8(truncatingIfNeeded: pair &- tens &* 10)
            rest = quotient
        }
        if index == 1 { room[0] = ASCII.zero &+ UInt8(truncatingIfNeeded: rest) }
        count += digits
    }

    /// Appends text between quotes, escaping what must be.
    mutating func append(quoting text: String) {
        var text = text
        text.withUTF8 { source in
            let room = room(for: source.count + 2)
            room[0] = ASCII.quote
            if Self.copyPlain(source, to: room + 1) {
                room[source.count + 1] = ASCII.quote
                count += source.count + 2
            } else {
                append(ASCII.quote)
                for byte in source { append(escaping: byte) }
                append(ASCII.quote)
            }
        }
    }

    private mutating func copy(_ source: UnsafeBufferPointer<UInt8>) {
        guard let address = source.baseAddress, source.count > 0 else { return }
        room(for: source.count).update(from: address, count: source.count)
        count += source.count
    }

    /// Copies bytes of which none needs an escape, eight at a time; false where one does.
    @inline(__always)
    private static func copyPlain(_ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Bool {
        guard let bytes = source.baseAddress else { return true }
        let from = UnsafeRawPointer(bytes), to = UnsafeMutableRawPointer(target)
        let length = source.count
        var index = 0
        while index &+ 8 <= length {
            let word = from.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if needsEscape(word) { return false }
            to.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        while index < length {
            let byte = bytes[index]
            if byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash { return false }
            target[index] = byte
            index &+= 1
        }
        return true
    }

    /// Whether one of eight bytes is a quote, a backslash or a control character.
    @inline(__always)
    private static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let found = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | ((word &- ones &* 0x20) & ~word)
        return found & (ones &* 0x80) != 0
    }
}
