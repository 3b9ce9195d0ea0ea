/// A place in the bytes of a document.
///
/// It points into a `JSONStorage` and is no part of any public interface: what is handed out is a `JSONReader`, which cannot be copied
/// and owns the storage its cursor points into. Exchanging two readers exchanges both, so that no cursor outlives its bytes.
/// The position never passes `end`, behind which the storage has zeros enough for every load.
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

    /// Whether an optional member may hold what its type cannot: it is then nil, and the value is kept aside.
    var isLenient = false

    init(from base: UnsafePointer<UInt8>, count: Int, at offset: Int, depth: Int) {
        start = base
        end = base + count
        position = base + Swift.min(Swift.max(offset, 0), count)
        self.depth = depth
    }

    /// A cursor over nothing.
    static var empty: JSONCursor {
        // As long as the padding of a storage.
        let zeros: StaticString = "\0\0\0\0\0\0\0\0"
        return JSONCursor(from: zeros.utf8Start, count: 0, at: 0, depth: 0)
    }

    /// The distance from the start of the document in bytes.
    @inline(__always)
    var offset: Int { position - start }

    @inline(__always)
    var isAtEnd: Bool { position == end }

    /// The byte at hand; 0, which no JSON allows unescaped, at the end.
    @inline(__always)
    var byte: UInt8 { position.pointee }

    /// The byte `distance` behind the one at hand; 0 beyond the end.
    @inline(__always)
    func byte(ahead distance: Int) -> UInt8 {
        distance < end - position ? position[distance] : 0
    }

    /// The eight bytes at hand, the first one lowest, and zeros for those beyond the end.
    @inline(__always)
    var word: UInt64 { Self.word(at: position) }

    /// The eight bytes that begin `distance` behind the one at hand, and zeros for those beyond the end.
    @inline(__always)
    func word(ahead distance: Int) -> UInt64 {
        distance <= end - position ? Self.word(at: position + distance) : 0
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

    /// Where the cursor is, without the bytes: what is called in between may have exchanged the reader for another.
    struct Place {
        let offset: Int
        fileprivate let depth: Int
        let strictOffset: Int
        let isLenient: Bool
    }

    var place: Place {
        Place(offset: offset, depth: depth, strictOffset: strictOffset, isLenient: isLenient)
    }

    /// Goes back to a place.
    mutating func move(to place: Place) {
        move(to: place.offset)
        depth = place.depth
        strictOffset = place.strictOffset
        isLenient = place.isLenient
    }

    /// Goes on to the next quote, backslash, control character or non-ASCII byte, eight bytes at a time.
    @inline(__always)
    mutating func skipPlain() {
        // The zeros behind the end count as control characters.
        while true {
            let special = Self.special(in: Self.word(at: position))
            if special != 0 {
                position += special.trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
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
