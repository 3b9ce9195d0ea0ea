#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// The only place that knows RFC 3339: JSON, parameters and form fields all read and write dates here.

extension Date {
    /// Reads text of RFC 3339, such as `2026-01-31T12:00:00.25+08:00`; nil for any other text, also one without a time zone.
    package init?(rfc3339 text: String) {
        guard let timestamp = JSONTimestamp(rfc3339: text) else { return nil }
        self = timestamp.date
    }

    /// The text of RFC 3339 in UTC with as many digits as read back as the same date; nil outside the years 0 to 9999.
    package var rfc3339: String? {
        guard let timestamp = JSONTimestamp(self), timestamp.hasYearOfFourDigits else { return nil }
        var writer = JSONWriter()
        writer.rfc3339(timestamp)
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }
}

extension JSONTimestamp {
    /// The moment of a text such as `2026-01-31T12:00:00.25+08:00`; nil for anything else.
    ///
    /// The letters may be lowercase, and a space may stand for the `T`, as RFC 3339 allows. Second 60 is read where leap seconds are
    /// inserted, which is the last minute of a month in UTC, and counts as the second after it. Digits beyond the 18th behind the
    /// point are dropped.
    init?(rfc3339 text: String) {
        var scanner = Scanner(rest: text.utf8[...])
        guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
            let day = scanner.digits(2), scanner.take("T") || scanner.take("t") || scanner.take(" "),
            let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2), scanner.take(":"),
            let second = scanner.digits(2),
            1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year), hour < 24, minute < 60, second <= 60
        else { return nil }
        var fraction: UInt64 = 0
        if scanner.take(".") {
            guard let digits = scanner.fraction() else { return nil }
            fraction = digits
        }
        guard let zone = scanner.zone(), scanner.rest.isEmpty else { return nil }
        let days = Self.days(toYear: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - zone
        // A leap second is counted as the first second of the next month.
        if second == 60, seconds % 86_400 != 0 || Self.date(ofDay: seconds / 86_400).day != 1 { return nil }
        self.init(seconds: Int64(seconds), attoseconds: fraction)
    }

    /// Whether the text of RFC 3339 can say the year.
    var hasYearOfFourDigits: Bool { -62_167_219_200...253_402_300_799 ~= seconds }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970 in the Gregorian calendar, by years that begin in March.
    private static func days(toYear year: Int, month: Int, day: Int) -> Int {
        let year = (month <= 2 ? year - 1 : year) + 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468 - 146_097
    }

    /// Year, month and day of a day since 1970, not before year 0.
    fileprivate static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468 + 146_097
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private struct Scanner {
        var rest: Substring.UTF8View

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard let first = rest.first, first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        mutating func digit() -> UInt64? {
            guard let first = rest.first, first &- ASCII.zero <= 9 else { return nil }
            rest.removeFirst()
            return UInt64(first &- ASCII.zero)
        }

        mutating func digits(_ count: Int) -> Int? {
            var value = 0
            for _ in 0..<count {
                guard let digit = digit() else { return nil }
                value = value * 10 + Int(digit)
            }
            return value
        }

        /// One digit or more behind the point, in units of 10^-18.
        mutating func fraction() -> UInt64? {
            guard var value = digit() else { return nil }
            var count = 1
            while let digit = digit() {
                guard count < 18 else { continue }
                value = value * 10 + digit
                count += 1
            }
            for _ in count..<18 { value *= 10 }
            return value
        }

        /// Seconds east of Greenwich.
        mutating func zone() -> Int? {
            if take("Z") || take("z") { return 0 }
            let isWest = take("-")
            guard isWest || take("+"), let hours = digits(2), take(":"), let minutes = digits(2), hours < 24, minutes < 60 else {
                return nil
            }
            return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
        }
    }
}

extension JSONWriter {
    /// Writes a moment as a string in UTC; years outside 0 to 9999 are failures.
    mutating func dateTime(_ timestamp: JSONTimestamp?) {
        guard let timestamp, timestamp.hasYearOfFourDigits else { return fail("the date is out of range") }
        output.append(ASCII.quote)
        rfc3339(timestamp)
        output.append(ASCII.quote)
    }

    /// Writes a moment of a year of four digits in UTC.
    fileprivate mutating func rfc3339(_ timestamp: JSONTimestamp) {
        let seconds = Int(timestamp.seconds) + 62_167_219_200
        let date = JSONTimestamp.date(ofDay: seconds / 86_400 - 719_528)
        let second = seconds % 86_400
        twoDigits(date.year / 100)
        twoDigits(date.year % 100)
        output.append(ASCII.minus)
        twoDigits(date.month)
        output.append(ASCII.minus)
        twoDigits(date.day)
        output.append(UInt8(ascii: "T"))
        twoDigits(second / 3600)
        output.append(ASCII.colon)
        twoDigits(second / 60 % 60)
        output.append(ASCII.colon)
        twoDigits(second % 60)
        fraction(timestamp.attoseconds, in: JSONTimestamp.attosecondsPerSecond)
        output.append(UInt8(ascii: "Z"))
    }

    private mutating func twoDigits(_ value: Int) {
        output.append(ASCII.zero &+ UInt8(truncatingIfNeeded: value / 10))
        output.append(ASCII.zero &+ UInt8(truncatingIfNeeded: value % 10))
    }
}
