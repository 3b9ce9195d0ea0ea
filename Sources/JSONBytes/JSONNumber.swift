/// A number as it stands in a document: `significand * 10^exponent`, with what was lost if it did not fit.
struct JSONNumber {
    var isNegative = false

    /// The first significant digits, at least 19 if there are so many.
    var significand: UInt64 = 0

    /// Whether the significand takes no more digits.
    var isFull = false

    /// The power of ten; kept within a million, far beyond what any type holds.
    var exponent = 0

    /// Whether digits other than zero are missing from the significand.
    var isTruncated = false

    /// Whether it is written without fraction and exponent.
    var isPlain = true

    var hasExponent = false

    /// Where it begins, and the offset behind it.
    var start = 0
    var end = 0

    /// The powers of ten that `UInt64` holds.
    static let powersOfTen: [UInt64] = (0..<20).map { exponent in (0..<exponent).reduce(1) { power, _ in power &* 10 } }

    private static let exactPowersOfTen: [Double] = (0...22).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// Adds a digit behind the 19th: one more may fit, the others are dropped.
    mutating func addLate(_ digit: UInt64, scale: Int) {
        let (product, isTooLarge) = significand.multipliedReportingOverflow(by: 10)
        let (sum, overflow) = product.addingReportingOverflow(digit)
        if isFull || isTooLarge || overflow {
            isFull = true
            isTruncated = isTruncated || digit != 0
            exponent += scale + 1
        } else {
            significand = sum
            exponent += scale
        }
    }

    /// The value without sign as an integer; nil where it is none, or does not fit.
    var integerMagnitude: UInt64? {
        if significand == 0 { return isTruncated ? nil : 0 }
        guard !isTruncated, exponent > -20, exponent < 20 else { return nil }
        if exponent < 0 {
            let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: Self.powersOfTen[-exponent])
            return remainder == 0 ? quotient : nil
        }
        let (product, overflow) = significand.multipliedReportingOverflow(by: Self.powersOfTen[exponent])
        return overflow ? nil : product
    }

    /// Whether the value has a fraction other than zero.
    var hasFraction: Bool {
        guard significand != 0, exponent < 0 else { return false }
        guard !isTruncated, exponent > -20 else { return true }
        return significand % Self.powersOfTen[-exponent] != 0
    }

    /// The value as an integer; nil where it is none, or does not fit.
    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
        guard let magnitude = integerMagnitude else { return nil }
        guard isNegative else { return Integer(exactly: magnitude) }
        if magnitude == 1 << 63 { return Integer(exactly: Int64.min) }
        guard let value = Int64(exactly: magnitude) else { return nil }
        return Integer(exactly: -value)
    }

    /// The nearest double where one exact operation finds it (Clinger); nil where the text must be read.
    var fastDouble: Double? {
        guard !isTruncated, significand <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
        let magnitude = Double(significand)
        let value = exponent < 0 ? magnitude / Self.exactPowersOfTen[-exponent] : magnitude * Self.exactPowersOfTen[exponent]
        return isNegative ? -value : value
    }
}
