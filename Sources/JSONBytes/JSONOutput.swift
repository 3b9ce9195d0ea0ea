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
        while index > 0 {
            index -= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            room[index] = ASCII.zero &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
        count += digits
    }

    /// Appends text between quotes, escaping what must be.
    mutating func append(quoting text: String) {
        var text = text
        append(ASCII.quote)
        text.withUTF8 { source in
            let plain = plainPrefix(of: source)
            if plain == source.count {
                copy(source)
            } else {
                for byte in source { append(escaping: byte) }
            }
        }
        append(ASCII.quote)
    }

    private mutating func copy(_ source: UnsafeBufferPointer<UInt8>) {
        guard let address = source.baseAddress, source.count > 0 else { return }
        room(for: source.count).update(from: address, count: source.count)
        count += source.count
    }

    /// How many bytes come before the first that needs an escape.
    private func plainPrefix(of source: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash { return index }
            index += 1
        }
        return index
    }
}
