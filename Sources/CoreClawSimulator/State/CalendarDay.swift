/// A day of the Gregorian calendar, counted from 1 January 1970.
struct CalendarDay: Sendable, Equatable {
    let number: Int64

    /// The day that a moment in Unix seconds falls on, in UTC.
    init(of time: Int64) {
        number = time / 86400 - (time % 86400 < 0 ? 1 : 0)
    }

    init(number: Int64) {
        self.number = number
    }

    /// A day written as `YYYY-MM-DD`; nil when there is no such day.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int64(parts[0]), let month = Int64(parts[1]), let day = Int64(parts[2]), (1...12).contains(month)
        else { return nil }
        // Years that begin in March put the leap day last, so that month lengths follow one formula.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard dayOfMonth == day else { return nil }
    }

    /// 1 for Monday to 7 for Sunday.
    var weekday: Int64 {
        let remainder = (number + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// 1...31.
    var dayOfMonth: Int64 {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        return dayOfYear - (153 * month + 2) / 5 + 1
    }

    func advanced(by days: Int64) -> CalendarDay { CalendarDay(number: number + days) }
}
