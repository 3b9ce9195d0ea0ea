// Strings: found and checked in one walk, made into a `String` only where one is wanted.

extension JSONCursor {
    /// Reads a string.
    @inline(__always)
    mutating func string() throws(JSONError) -> String {
        guard byte == ASCII.quote else { throw mismatch("a string") }
        let start = offset + 1
        let hasEscapes = try scanString()
        return hasEscapes ? unescaped(from: start) : text(from: start, to: offset - 1)
    }

    /// Goes over a string, checking it, and tells whether it has escapes. The opening quote is at hand.
    @inline(__always)
    mutating func scanString() throws(JSONError) -> Bool {
        advance()
        skipPlain()
        return take(ASCII.quote) ? false : try scanUnusualString()
    }

    /// Goes over the rest of a string that is not only printable ASCII.
    @inline(never)
    private mutating func scanUnusualString() throws(JSONError) -> Bool {
        var hasEscapes = false
        while true {
            switch byte {
            case ASCII.quote:
                advance()
                return hasEscapes
            case ASCII.backslash:
                hasEscapes = true
                try scanEscape()
            case 0x80...:
                try scanNonASCII()
            default:
                if isAtEnd { throw unexpected("the end of a string") }
                throw JSONError(.controlCharacter, "control character \(byte) in a string", offset: offset)
            }
            skipPlain()
        }
    }

    private mutating func scanEscape() throws(JSONError) {
        let start = offset
        advance()
        switch byte {
        case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), ASCII.n, UInt8(ascii: "r"),
            UInt8(ascii: "t"):
            advance()
        case UInt8(ascii: "u"):
            advance()
            for _ in 0..<4 {
                guard Self.hexadecimal(byte) != nil else { throw brokenEscape(at: start) }
                advance()
            }
        default:
            throw brokenEscape(at: start)
        }
    }

    private func brokenEscape(at start: Int) -> JSONError {
        isAtEnd ? unexpected("the end of an escape") : JSONError(.invalidEscape, "not an escape", offset: start)
    }

    /// Goes over one well-formed UTF-8 sequence (Unicode, table 3-7).
    private mutating func scanNonASCII() throws(JSONError) {
        let second = byte(ahead: 1)
        let length: Int
        switch byte {
        case 0xC2...0xDF: length = 0x80...0xBF ~= second ? 2 : 0
        case 0xE0: length = 0xA0...0xBF ~= second ? 3 : 0
        case 0xE1...0xEC, 0xEE...0xEF: length = 0x80...0xBF ~= second ? 3 : 0
        case 0xED: length = 0x80...0x9F ~= second ? 3 : 0
        case 0xF0: length = 0x90...0xBF ~= second ? 4 : 0
        case 0xF1...0xF3: length = 0x80...0xBF ~= second ? 4 : 0
        case 0xF4: length = 0x80...0x8F ~= second ? 4 : 0
        default: length = 0
        }
        guard length > 0, length < 3 || 0x80...0xBF ~= byte(ahead: 2), length < 4 || 0x80...0xBF ~= byte(ahead: 3) else {
            throw JSONError(.invalidUTF8, "not UTF-8", offset: offset)
        }
        advance(by: length)
    }

    /// The string that begins at `start`, which has been checked, without its escapes.
    @inline(never)
    func unescaped(from start: Int) -> String {
        var walker = self
        var content: [UInt8] = []
        // No escape is shorter than what it stands for.
        content.reserveCapacity(max(0, offset - start))
        walker.move(to: start)
        while true {
            let run = walker.offset
            walker.skipUnescaped()
            walker.copy(from: run, to: walker.offset, into: &content)
            guard walker.byte == ASCII.backslash else { break }
            walker.appendEscaped(to: &content)
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// Goes on to the next quote or backslash of a string that has been checked.
    @inline(__always)
    private mutating func skipUnescaped() {
        skipPlain()
        while byte >= 0x80 {
            repeat { advance() } while byte >= 0x80
            skipPlain()
        }
    }

    private mutating func appendEscaped(to content: inout [UInt8]) {
        advance()
        let letter = byte
        advance()
        switch letter {
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case ASCII.n: content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content.append(contentsOf: escapedScalar().utf8)
        default: content.append(letter)
        }
    }

    /// The scalar of `\uXXXX`, or of two of them that are a surrogate pair; U+FFFD for half a pair.
    private mutating func escapedScalar() -> Unicode.Scalar {
        let first = codeUnit()
        guard 0xD800...0xDBFF ~= first else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        var ahead = self
        guard ahead.take(ASCII.backslash), ahead.take(UInt8(ascii: "u")) else { return "\u{FFFD}" }
        let second = ahead.codeUnit()
        guard 0xDC00...0xDFFF ~= second else { return "\u{FFFD}" }
        self = ahead
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            unit = unit << 4 | UInt32(Self.hexadecimal(byte) ?? 0)
            advance()
        }
        return unit
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case ASCII.zero...ASCII.nine: byte - ASCII.zero
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
