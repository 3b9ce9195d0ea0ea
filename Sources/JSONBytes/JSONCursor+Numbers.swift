// Numbers, by the grammar of RFC 8259. `1e3` and `5.0` are integers.

extension JSONCursor {
    /// Reads an integer of 64 bits.
    @inline(__always)
    mutating func integer() throws(JSONError) -> Int64 {
        if let value = plainInteger() { return value }
        return try unusualInteger(Int64.self)
    }

    /// Reads an integer of at most 18 digits without fraction and exponent; stays at anything else, and at `-0`.
    @inline(__always)
    mutating func plainInteger() -> Int64? {
        let start = self
        let isNegative = take(ASCII.minus)
        let first = byte &- ASCII.zero
        if first <= 9 {
            var value = Int64(first)
            var digits = 1
            advance()
            // Eighteen digits cannot overflow.
            while digits < 18 {
                let digit = byte &- ASCII.zero
                guard digit <= 9 else { break }
                value = value &* 10 &+ Int64(digit)
                digits &+= 1
                advance()
            }
            let next = byte
            if next &- ASCII.zero > 9, next != ASCII.point, next | 0x20 != ASCII.e, first != 0 || digits == 1 && !isNegative {
                return isNegative ? 0 &- value : value
            }
        }
        self = start
        return nil
    }

    /// Reads an integer of any size and form.
    @inline(never)
    mutating func unusualInteger<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(JSONError) -> Integer {
        let number = try number("an integer")
        return try integer(of: number)
    }

    /// The integer that a number is; throws where it is none or does not fit.
    func integer<Integer: FixedWidthInteger>(of number: JSONNumber) throws(JSONError) -> Integer {
        if let value = number.integer(Integer.self) { return value }
        throw number.hasFraction
            ? JSONError(.typeMismatch, "expected an integer, found a number with a fraction", offset: number.start)
            : JSONError(.outOfRange, "the number does not fit \(Integer.self)", offset: number.start)
    }

    /// Reads a finite double.
    mutating func double() throws(JSONError) -> Double {
        let number = try number("a number")
        let value = double(of: number)
        guard value.isFinite else { throw JSONError(.outOfRange, "the number does not fit Double", offset: number.start) }
        return value
    }

    /// The nearest double; infinite where the number is beyond all of them.
    func double(of number: JSONNumber) -> Double {
        number.fastDouble ?? Double(text(from: number.start, to: number.end)) ?? .infinity
    }

    /// Goes over a number.
    mutating func number(_ expected: StaticString) throws(JSONError) -> JSONNumber {
        guard byte == ASCII.minus || byte &- ASCII.zero <= 9 else { throw mismatch(expected) }
        var number = JSONNumber()
        number.start = offset
        number.isNegative = take(ASCII.minus)
        if byte == ASCII.zero {
            advance()
            guard byte &- ASCII.zero > 9 else { throw invalidNumber(number, "a leading zero") }
        } else if digits(of: &number, scale: 0) == 0 {
            throw invalidNumber(number, "no digit")
        }
        if byte == ASCII.point {
            number.isPlain = false
            advance()
            guard digits(of: &number, scale: -1) > 0 else { throw invalidNumber(number, "no digit behind the point") }
        }
        if byte | 0x20 == ASCII.e {
            number.isPlain = false
            number.hasExponent = true
            advance()
            number.exponent += try exponent(of: number)
        }
        number.end = offset
        return number
    }

    /// Goes over digits, each worth ten times the next, and counts them. Behind the point each lowers the exponent.
    @inline(__always)
    private mutating func digits(of number: inout JSONNumber, scale: Int) -> Int {
        let start = offset
        while true {
            let digit = byte &- ASCII.zero
            guard digit <= 9 else { break }
            if number.significand < 1_000_000_000_000_000_000 {
                number.significand = number.significand &* 10 &+ UInt64(digit)
                number.exponent += scale
            } else {
                number.addLate(UInt64(digit), scale: scale)
            }
            advance()
        }
        return offset - start
    }

    private mutating func exponent(of number: JSONNumber) throws(JSONError) -> Int {
        let isNegative = byte == ASCII.minus
        if isNegative || byte == ASCII.plus { advance() }
        let start = offset
        var exponent = 0
        while byte &- ASCII.zero <= 9 {
            exponent = min(exponent * 10 + Int(byte &- ASCII.zero), 1_000_000)
            advance()
        }
        guard offset > start else { throw invalidNumber(number, "no digit in the exponent") }
        return isNegative ? -exponent : exponent
    }

    private func invalidNumber(_ number: JSONNumber, _ problem: StaticString) -> JSONError {
        isAtEnd
            ? JSONError(.unexpectedEnd, "the document ends inside a number", offset: offset)
            : JSONError(.invalidNumber, "\(problem) in a number", offset: number.start)
    }
}
