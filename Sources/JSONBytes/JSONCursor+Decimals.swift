#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// Decimal numbers by the grammar of JSON; `Decimal(string:)` would accept `1abc`.

extension JSONCursor {
    /// Reads a decimal number from a number or a string.
    mutating func decimal() throws(JSONError) -> Decimal {
        guard byte == ASCII.quote else { return try decimal("a decimal number") }
        return try insideString("decimal number") { inner throws(JSONError) in try inner.decimal("a decimal number") }
    }

    /// Reads an integer from a number or a string.
    mutating func lenientInteger<Integer: FixedWidthInteger>() throws(JSONError) -> Integer {
        guard byte == ASCII.quote else {
            let start = offset
            if let plain = plainInteger() {
                if let value = Integer(exactly: plain) { return value }
                move(to: start)
            }
            return try unusualInteger(Integer.self)
        }
        return try insideString("integer") { inner throws(JSONError) in try inner.unusualInteger(Integer.self) }
    }

    /// Reads the string at hand, all of which `read` must consume.
    private mutating func insideString<Value>(
        _ expected: StaticString,
        read: (inout JSONCursor) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        let start = offset
        let hasEscapes = try scanString()
        func readAll(_ inner: inout JSONCursor, until end: Int) throws(JSONError) -> Value {
            let value = try read(&inner)
            guard inner.offset == end else { throw JSONError(.invalidValue, "") }
            return value
        }
        do throws(JSONError) {
            if hasEscapes {
                let bytes = Array(unescaped(from: start + 1).utf8)
                return try JSONStorage(bytes).reading { inner throws(JSONError) in try readAll(&inner, until: bytes.count) }
            }
            var inner = self
            inner.move(to: start + 1)
            return try readAll(&inner, until: offset - 1)
        } catch {
            let kind: JSONError.Kind = error.kind == .outOfRange ? .outOfRange : .invalidValue
            throw JSONError(kind, "the string is no \(expected) that fits", offset: start)
        }
    }

    /// Reads a number of at most 18 digits without exponent; stays at anything else.
    @inline(__always)
    private mutating func shortDecimal() -> Decimal? {
        let start = self
        let isNegative = take(ASCII.minus)
        let hasLeadingZero = byte == ASCII.zero
        var significand: UInt64 = 0
        let whole = shortDigits(of: &significand)
        var digits = whole
        if byte == ASCII.point {
            advance()
            digits += shortDigits(of: &significand)
            if digits == whole { digits = 0 }
        }
        guard whole > 0, digits > 0, digits <= 18, whole == 1 || !hasLeadingZero, byte | 0x20 != ASCII.e else {
            self = start
            return nil
        }
        if significand == 0 { return Decimal() }
        return Decimal(sign: isNegative ? .minus : .plus, exponent: whole - digits, significand: Decimal(significand))
    }

    /// Reads digits, which overflow nothing as long as they are at most 18 in all, and counts them.
    @inline(__always)
    private mutating func shortDigits(of significand: inout UInt64) -> Int {
        var count = 0
        while true {
            let digit = byte &- ASCII.zero
            guard digit <= 9 else { return count }
            significand = significand &* 10 &+ UInt64(digit)
            count &+= 1
            advance()
        }
    }

    private mutating func decimal(_ expected: StaticString) throws(JSONError) -> Decimal {
        if let short = shortDecimal() { return short }
        let number = try number(expected)
        guard number.significand != 0 else { return Decimal() }
        let significand: Decimal
        var exponent = number.exponent
        if number.isTruncated {
            let digits = longSignificand(of: number)
            significand = digits.value
            exponent += String(number.significand).utf8.count - digits.count
        } else {
            var digits = number.significand
            while digits % 10 == 0 {
                digits /= 10
                exponent += 1
            }
            significand = Decimal(digits)
        }
        if -128...127 ~= exponent {
            let value = Decimal(sign: number.isNegative ? .minus : .plus, exponent: exponent, significand: significand)
            if !value.isNaN { return value }
        }
        throw JSONError(.outOfRange, "the number does not fit Decimal", offset: number.start)
    }

    /// The first 38 significant digits of a number that has 20 or more, and how many they are.
    private func longSignificand(of number: JSONNumber) -> (value: Decimal, count: Int) {
        var parts: (UInt64, UInt64) = (0, 0)
        var count = 0
        var walker = self
        walker.move(to: number.start)
        while walker.offset < number.end, walker.byte | 0x20 != ASCII.e, count < 38 {
            let digit = walker.byte &- ASCII.zero
            walker.advance()
            guard digit <= 9, count > 0 || digit > 0 else { continue }
            if count < 19 {
                parts.0 = parts.0 * 10 + UInt64(digit)
            } else {
                parts.1 = parts.1 * 10 + UInt64(digit)
            }
            count += 1
        }
        let upper = Decimal(sign: .plus, exponent: count - 19, significand: Decimal(parts.0))
        return (upper + Decimal(parts.1), count)
    }
}

extension JSONWriter {
    /// Writes a decimal number as a string; NaN is a failure.
    mutating func decimal(_ value: Decimal) {
        if value.isNaN {
            fail("NaN is no decimal number")
        } else {
            output.append(ASCII.quote)
            if let parts = value.shortParts {
                if value.isSignMinus { output.append(ASCII.minus) }
                decimal(parts.significand, exponent: parts.exponent)
            } else {
                output.append(value.description)
            }
            output.append(ASCII.quote)
        }
    }

    /// Writes `significand * 10^exponent` without exponent and superfluous zeros, as `Decimal.description` does.
    private mutating func decimal(_ significand: UInt64, exponent: Int) {
        var digits = significand
        var exponent = exponent
        while exponent < 0, digits % 10 == 0, digits > 0 {
            digits /= 10
            exponent += 1
        }
        if exponent >= 0 {
            output.append(digits)
            if digits > 0 { for _ in 0..<exponent { output.append(ASCII.zero) } }
        } else if exponent > -20, digits >= JSONNumber.powersOfTen[-exponent] {
            let scale = JSONNumber.powersOfTen[-exponent]
            output.append(digits / scale)
            fraction(digits % scale, in: scale)
        } else {
            output.append("0.")
            let count = String(digits).utf8.count
            for _ in count..<max(-exponent, count) { output.append(ASCII.zero) }
            output.append(digits)
        }
    }
}
