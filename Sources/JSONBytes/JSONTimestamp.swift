#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A moment as whole seconds since 1970 and the fraction that follows, so that a `Date` survives being written and read.
///
/// Finer than an attosecond, which `Date` is only within a second of the start of 2001, it is rounded.
struct JSONTimestamp: Equatable {
    /// What a number counts.
    enum Unit {
        case seconds
        case milliseconds
        /// Milliseconds above 10^11, else seconds; written in seconds if those are whole.
        case any
    }

    static let attosecondsPerSecond: UInt64 = 1_000_000_000_000_000_000
    private static let attosecondsPerMillisecond: UInt64 = 1_000_000_000_000_000

    /// What is greater counts milliseconds, where both units are read.
    static let lastCountOfSeconds: UInt64 = 100_000_000_000

    /// Beyond this many seconds a `Date` cannot tell one second from the next.
    private static let bound: Int64 = 1 << 53

    /// From 1970 to 2001, where `Date` counts from.
    private static let referenceSeconds: Int64 = 978_307_200

    /// Rounded down.
    var seconds: Int64
    var attoseconds: UInt64

    init(seconds: Int64, attoseconds: UInt64) {
        self.seconds = seconds
        self.attoseconds = attoseconds
    }

    /// The moment after a number of units.
    init(count: Int64, unit: Unit) {
        self.init(isNegative: count < 0, count: count.magnitude, fraction: 0, unit: unit)
    }

    /// The moment after a number of units and a fraction of one in units of 10^-18.
    init(isNegative: Bool, count: UInt64, fraction: UInt64, unit: Unit) {
        var seconds = Int64(truncatingIfNeeded: count)
        var attoseconds = fraction
        if unit == .milliseconds || unit == .any && count > Self.lastCountOfSeconds {
            seconds = Int64(truncatingIfNeeded: count / 1000)
            attoseconds = count % 1000 * Self.attosecondsPerMillisecond + fraction / 1000
        }
        if isNegative {
            self.seconds = attoseconds == 0 ? 0 &- seconds : -1 &- seconds
            self.attoseconds = attoseconds == 0 ? 0 : Self.attosecondsPerSecond - attoseconds
        } else {
            self.seconds = seconds
            self.attoseconds = attoseconds
        }
    }

    /// The moment with as few digits as give the same date again: 3, 6, 9, or 18; nil for NaN and what is out of range.
    init?(_ date: Date) {
        let interval = date.timeIntervalSinceReferenceDate
        guard interval.magnitude < Double(Self.bound - Self.referenceSeconds) else { return nil }
        let whole = interval.rounded(.down)
        let fraction = interval - whole
        self.init(seconds: Int64(whole) + Self.referenceSeconds, attoseconds: 0)
        guard fraction > 0 else { return }
        let start = self
        for scale: UInt64 in [1_000, 1_000_000, 1_000_000_000] {
            let count = UInt64((fraction * Double(scale)).rounded())
            self =
                count < scale
                ? JSONTimestamp(seconds: start.seconds, attoseconds: count * (Self.attosecondsPerSecond / scale))
                : JSONTimestamp(seconds: start.seconds + 1, attoseconds: 0)
            if self.date == date { return }
        }
        // A fraction behind a whole second is a multiple of 2^-53, so this is exact up to the last digit.
        let product = UInt64(min(fraction, 1.0.nextDown) * 0x1p53).multipliedFullWidth(by: Self.attosecondsPerSecond)
        self = JSONTimestamp(seconds: start.seconds, attoseconds: product.high << 11 | product.low >> 53)
    }

    /// Whether the date can be written again.
    var isInRange: Bool { seconds.magnitude < (Self.bound - 2 * Self.referenceSeconds).magnitude }

    /// The date.
    ///
    /// It counts from 2001, which is finer, except that up to six digits behind the point count from 1970: a `Date` is usually
    /// made of such a number. In the years around 2001, where the two differ too much, all count from 2001.
    var date: Date {
        let interval = Double(seconds) - Double(Self.referenceSeconds)
        if attoseconds == 0 { return Date(timeIntervalSinceReferenceDate: interval) }
        return attoseconds % 1_000_000_000_000 == 0 && interval.magnitude > 0x1p28
            ? Date(timeIntervalSince1970: Double(seconds) + fraction)
            : Date(timeIntervalSinceReferenceDate: interval + fraction)
    }

    /// The date of a number of whole seconds since 1970 that is far from overflow.
    @inline(__always)
    static func date(ofSeconds seconds: Int64) -> Date {
        Date(timeIntervalSinceReferenceDate: Double(seconds - referenceSeconds))
    }

    /// The double nearest to the fraction.
    private var fraction: Double {
        let (nanoseconds, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        if rest == 0 { return Double(nanoseconds) / 1_000_000_000 }
        let digits = String(attoseconds)
        return Double("0." + String(repeating: "0", count: max(18 - digits.utf8.count, 0)) + digits) ?? 0
    }

    /// The unit to write in: of two that are read, seconds, unless milliseconds are understood and keep the number whole.
    func written(in unit: Unit) -> Unit {
        guard unit == .any else { return unit }
        let isBeyondSeconds = seconds > Int64(Self.lastCountOfSeconds) / 1000
        return attoseconds > 0 && isBeyondSeconds ? .milliseconds : .seconds
    }

    /// The moment as a count of units, cut in sign, whole units, and a fraction in units of 10^-18.
    func count(in unit: Unit) -> (isNegative: Bool, count: UInt64, fraction: UInt64) {
        let isNegative = seconds < 0
        var count = seconds.magnitude
        var fraction = attoseconds
        if isNegative, fraction > 0 {
            count -= 1
            fraction = Self.attosecondsPerSecond - fraction
        }
        guard unit == .milliseconds else { return (isNegative, count, fraction) }
        let (milliseconds, rest) = fraction.quotientAndRemainder(dividingBy: Self.attosecondsPerMillisecond)
        return (isNegative, count &* 1000 &+ milliseconds, rest * 1000)
    }
}

extension JSONCursor {
    /// Reads a date from a number.
    mutating func date(_ unit: JSONTimestamp.Unit) throws(JSONError) -> Date {
        let start = offset
        if let count = plainInteger() {
            if unit == .seconds, count.magnitude <= JSONTimestamp.lastCountOfSeconds {
                return JSONTimestamp.date(ofSeconds: count)
            }
            let timestamp = JSONTimestamp(count: count, unit: unit)
            guard timestamp.isInRange else { throw timeOutOfRange(start) }
            return timestamp.date
        }
        let number = try number("a time")
        let timestamp: JSONTimestamp?
        if number.isPlain {
            timestamp = number.integer(Int64.self).map { JSONTimestamp(count: $0, unit: unit) }
        } else if number.hasExponent {
            timestamp = self.timestamp(of: double(of: number), unit)
        } else {
            timestamp = fractionalTimestamp(of: number, unit)
        }
        guard let timestamp, timestamp.isInRange else { throw timeOutOfRange(start) }
        return timestamp.date
    }

    @inline(never)
    private func timeOutOfRange(_ offset: Int) -> JSONError {
        JSONError(.outOfRange, "the time is out of range", offset: offset)
    }

    private func timestamp(of value: Double, _ unit: JSONTimestamp.Unit) -> JSONTimestamp? {
        let isMilliseconds = unit == .milliseconds || unit == .any && value.magnitude > Double(JSONTimestamp.lastCountOfSeconds)
        return JSONTimestamp(Date(timeIntervalSince1970: isMilliseconds ? value / 1000 : value))
    }

    /// The moment of a number with a point and without exponent; digits beyond the 18th behind the point are dropped.
    private func fractionalTimestamp(of number: JSONNumber, _ unit: JSONTimestamp.Unit) -> JSONTimestamp? {
        let parts = text(from: number.start, to: number.end).split(separator: "-").joined().split(separator: ".")
        guard parts.count == 2, let count = UInt64(parts[0]), count <= Int64.max else { return nil }
        let digits = parts[1].prefix(18)
        guard let fraction = UInt64(digits) else { return nil }
        let scale = (digits.utf8.count..<18).reduce(UInt64(1)) { scale, _ in scale * 10 }
        return JSONTimestamp(isNegative: number.isNegative, count: count, fraction: fraction * scale, unit: unit)
    }
}

extension JSONWriter {
    /// Writes a date as a number; NaN and what is out of range are failures.
    mutating func date(_ date: Date, _ unit: JSONTimestamp.Unit) {
        guard let timestamp = JSONTimestamp(date) else { return fail("the date is out of range") }
        let parts = timestamp.count(in: timestamp.written(in: unit))
        if parts.isNegative { output.append(ASCII.minus) }
        output.append(parts.count)
        fraction(parts.fraction, in: JSONTimestamp.attosecondsPerSecond)
    }

    /// Writes the point and the digits of `numerator / denominator`, a power of ten, without zeros at the end.
    mutating func fraction(_ numerator: UInt64, in denominator: UInt64) {
        guard numerator > 0 else { return }
        output.append(ASCII.point)
        var rest = numerator
        var scale = denominator / 10
        while rest > 0, scale > 0 {
            output.append(ASCII.zero &+ UInt8(truncatingIfNeeded: rest / scale))
            rest %= scale
            scale /= 10
        }
    }
}
