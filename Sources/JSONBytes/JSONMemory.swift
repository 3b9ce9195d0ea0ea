#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// The only file with pointers: a place in bytes that are read, a buffer of bytes that are written, and a look into `Decimal`.
//
// A cursor exists only inside `JSONCursor.reading`, which keeps the array alive. It is handed out in a `JSONReader` or a
// `JSONCoder`, which cannot be copied and are only ever lent as `inout`, so that no pointer leaves that scope. Every load is
// checked against `end`.

/// A place in the bytes of a document.
struct JSONCursor {
    private let start: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private var position: UnsafePointer<UInt8>

    /// How many more arrays and objects may be opened.
    var depth: Int

    /// The offset of the object in which an unknown member is a failure; -1 for none.
    var strictOffset = -1

    /// How many members the object read last had: a good guess for the next one.
    var memberEstimate = 0

    private init(_ buffer: UnsafeBufferPointer<UInt8>, from base: UnsafePointer<UInt8>, at offset: Int, depth: Int) {
        start = base
        end = base + buffer.count
        position = base + Swift.min(Swift.max(offset, 0), buffer.count)
        self.depth = depth
    }

    /// A cursor over nothing.
    static var empty: JSONCursor {
        let nothing: StaticString = ""
        return JSONCursor(UnsafeBufferPointer(start: nil, count: 0), from: nothing.utf8Start, at: 0, depth: 0)
    }

    /// Runs `body` with a cursor over `bytes` that stands at `offset`.
    static func reading<Result>(
        _ bytes: [UInt8],
        at offset: Int = 0,
        depth: Int = JSONLimits.maximumDepth,
        _ body: (inout JSONCursor) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> Result in
            guard let base = buffer.baseAddress else {
                var cursor = JSONCursor.empty
                return try body(&cursor)
            }
            var cursor = JSONCursor(buffer, from: base, at: offset, depth: depth)
            return try body(&cursor)
        }
    }

    /// The distance from the start of the document in bytes.
    @inline(__always)
    var offset: Int { position - start }

    @inline(__always)
    var isAtEnd: Bool { position == end }

    /// The byte at hand; 0, which no JSON allows unescaped, at the end.
    @inline(__always)
    var byte: UInt8 { position < end ? position.pointee : 0 }

    /// The byte `distance` behind the one at hand; 0 beyond the end.
    @inline(__always)
    func byte(ahead distance: Int) -> UInt8 {
        distance < end - position ? position[distance] : 0
    }

    /// The eight bytes that begin `distance` behind the one at hand, the first one lowest; nil where fewer are left.
    @inline(__always)
    func word(ahead distance: Int = 0) -> UInt64? {
        guard distance + 8 <= end - position else { return nil }
        return Self.word(at: position + distance)
    }

    @inline(__always)
    private static func word(at address: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(address).loadUnaligned(as: UInt64.self))
    }

    /// Goes one byte on, but not beyond the end.
    @inline(__always)
    mutating func advance() {
        if position < end { position += 1 }
    }

    /// Goes `distance` bytes on, but not beyond the end.
    @inline(__always)
    mutating func advance(by distance: Int) {
        position += Swift.min(distance, end - position)
    }

    /// Goes to a byte counted from the start of the document, but not beyond the end.
    mutating func move(to offset: Int) {
        position = start + Swift.min(Swift.max(offset, 0), end - start)
    }

    /// Goes on to the next quote, backslash, control character or non-ASCII byte, eight bytes at a time.
    @inline(__always)
    mutating func skipPlain() {
        while end - position >= 8 {
            let special = Self.special(in: Self.word(at: position))
            if special != 0 {
                position += special.trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
        while position < end, !Self.isSpecial(position.pointee) { position += 1 }
    }

    /// The highest bit of each byte that cannot stand for itself in a string; only the lowest one set is reliable.
    @inline(__always)
    private static func special(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let found = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | ((word &- ones &* 0x20) & ~word)
        return (found | word) & (ones &* 0x80)
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash || byte >= 0x80
    }

    /// The text between two offsets, which must be valid UTF-8.
    @inline(__always)
    func text(from lower: Int, to upper: Int) -> String {
        String(decoding: buffer(from: lower, to: upper), as: UTF8.self)
    }

    /// A copy of the bytes between two offsets.
    func bytes(from lower: Int, to upper: Int) -> [UInt8] {
        Array(buffer(from: lower, to: upper))
    }

    /// Appends the bytes between two offsets.
    @inline(__always)
    func copy(from lower: Int, to upper: Int, into content: inout [UInt8]) {
        content.append(contentsOf: buffer(from: lower, to: upper))
    }

    @inline(__always)
    private func buffer(from lower: Int, to upper: Int) -> UnsafeBufferPointer<UInt8> {
        let lower = Swift.min(Swift.max(lower, 0), end - start)
        return UnsafeBufferPointer(start: start + lower, count: Swift.min(Swift.max(upper - lower, 0), end - start - lower))
    }
}

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

extension Decimal {
    /// Significand and exponent, where the significand is short; nil where it is not, or cannot be told.
    ///
    /// `Decimal` gives its digits only as text, which is slow. Where it keeps them is guessed; a number made of the guess must be
    /// the same in every byte, so a wrong guess costs time only.
    var shortParts: (significand: UInt64, exponent: Int)? {
        let guess = withUnsafeBytes(of: self) { bytes in
            bytes.count >= 12 ? UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt64.self)) : 0
        }
        let exponent = exponent
        let rebuilt = Decimal(sign: isSignMinus ? .minus : .plus, exponent: exponent, significand: Decimal(guess))
        let isSame = withUnsafeBytes(of: self) { left in
            withUnsafeBytes(of: rebuilt) { right in left.elementsEqual(right) }
        }
        return isSame ? (guess, exponent) : nil
    }
}
