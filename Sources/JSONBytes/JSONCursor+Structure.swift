// Everything between scalars: white space, brackets, names, and what is said when they are not there.

extension JSONCursor {
    /// Goes on to the next byte that is no white space.
    @inline(__always)
    mutating func skipSpace() {
        while byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { advance() }
    }

    /// Goes over a byte order mark.
    mutating func skipByteOrderMark() {
        if byte == 0xEF, byte(ahead: 1) == 0xBB, byte(ahead: 2) == 0xBF { advance(by: 3) }
    }

    /// Goes over `expected` if that is the byte at hand.
    @inline(__always)
    mutating func take(_ expected: UInt8) -> Bool {
        guard byte == expected else { return false }
        advance()
        return true
    }

    /// Goes over an opening bracket and the white space behind it.
    @inline(__always)
    mutating func open(_ bracket: UInt8, _ expected: StaticString) throws(JSONError) {
        guard byte == bracket else { throw mismatch(expected) }
        guard depth > 0 else { throw JSONError(.tooDeep, "too many nested arrays and objects", offset: offset) }
        depth -= 1
        advance()
        skipSpace()
    }

    /// Behind an element or a member: goes over the comma (true) or the closing bracket (false).
    @inline(__always)
    mutating func more(until bracket: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        if take(ASCII.comma) {
            skipSpace()
            return true
        }
        guard take(bracket) else { throw unexpected(bracket == ASCII.rightBrace ? "',' or '}'" : "',' or ']'") }
        depth += 1
        return false
    }

    /// Goes over the closing bracket of an empty array or object.
    @inline(__always)
    mutating func closeEmpty(_ bracket: UInt8) -> Bool {
        guard take(bracket) else { return false }
        depth += 1
        return true
    }

    /// Goes over the colon behind a name and the white space around it.
    @inline(__always)
    mutating func colon() throws(JSONError) {
        skipSpace()
        guard take(ASCII.colon) else { throw unexpected("':'") }
        skipSpace()
    }

    /// Reads a name and goes on to its value.
    mutating func name() throws(JSONError) -> String {
        guard byte == ASCII.quote else { throw unexpected("a name") }
        let name = try string()
        try colon()
        return name
    }

    /// Reads `null` if it is at hand.
    @inline(__always)
    mutating func null() -> Bool {
        guard byte == ASCII.n, byte(ahead: 1) == UInt8(ascii: "u"), byte(ahead: 2) == UInt8(ascii: "l"),
            byte(ahead: 3) == UInt8(ascii: "l")
        else { return false }
        advance(by: 4)
        return true
    }

    mutating func bool() throws(JSONError) -> Bool {
        switch byte {
        case UInt8(ascii: "t"):
            try literal(UInt8(ascii: "r"), UInt8(ascii: "u"), ASCII.e)
            return true
        case UInt8(ascii: "f"):
            try literal(UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "s"))
            guard take(ASCII.e) else { throw unexpected("'false'") }
            return false
        default:
            throw mismatch("a boolean")
        }
    }

    /// Goes over a letter already seen and three that must follow.
    private mutating func literal(_ second: UInt8, _ third: UInt8, _ fourth: UInt8) throws(JSONError) {
        advance()
        guard take(second), take(third), take(fourth) else { throw unexpected("'true', 'false' or 'null'") }
    }

    /// Goes over one value of any kind, checking it.
    mutating func skipValue() throws(JSONError) {
        switch byte {
        case ASCII.quote:
            _ = try scanString()
        case ASCII.leftBrace:
            try open(ASCII.leftBrace, "an object")
            if closeEmpty(ASCII.rightBrace) { return }
            repeat {
                guard byte == ASCII.quote else { throw unexpected("a name") }
                _ = try scanString()
                try colon()
                try skipValue()
            } while try more(until: ASCII.rightBrace)
        case ASCII.leftBracket:
            try open(ASCII.leftBracket, "an array")
            if closeEmpty(ASCII.rightBracket) { return }
            repeat {
                try skipValue()
            } while try more(until: ASCII.rightBracket)
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            _ = try bool()
        case ASCII.n:
            try literal(UInt8(ascii: "u"), UInt8(ascii: "l"), UInt8(ascii: "l"))
        default:
            _ = try number("a value")
        }
    }

    /// Goes over white space and makes sure that nothing follows.
    mutating func finish() throws(JSONError) {
        skipSpace()
        guard isAtEnd else { throw JSONError(.trailingBytes, "something follows the document", offset: offset) }
    }

    /// The error of a byte that breaks the grammar.
    @inline(never)
    func unexpected(_ expected: StaticString) -> JSONError {
        isAtEnd
            ? JSONError(.unexpectedEnd, "the document ends where \(expected) is expected", offset: offset)
            : JSONError(.unexpectedByte, "expected \(expected), found \(shown(byte))", offset: offset)
    }

    /// The error of a value of another type, or of no value at all.
    @inline(never)
    func mismatch(_ expected: StaticString) -> JSONError {
        let found: String
        switch byte {
        case ASCII.leftBrace: found = "an object"
        case ASCII.leftBracket: found = "an array"
        case ASCII.quote: found = "a string"
        case ASCII.minus, ASCII.zero...ASCII.nine: found = "a number"
        case UInt8(ascii: "t"), UInt8(ascii: "f"), ASCII.n:
            var literal = self
            // A broken literal is malformed before it is of another type.
            do throws(JSONError) { try literal.skipValue() } catch { return error }
            found = byte == ASCII.n ? "null" : "a boolean"
        default: return unexpected(expected)
        }
        return JSONError(.typeMismatch, "expected \(expected), found \(found)", offset: offset)
    }

    private func shown(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F ? "'\(Unicode.Scalar(byte))'" : "byte \(byte)"
    }
}
