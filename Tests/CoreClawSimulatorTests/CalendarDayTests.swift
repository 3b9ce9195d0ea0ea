import Testing

@testable import CoreClawSimulator

struct CalendarDayTests {
    @Test(
        arguments: [
            ("1970-01-01", 0, 4, 1), ("2000-02-29", 11016, 2, 29), ("2026-08-20", 20685, 4, 20), ("1969-12-31", -1, 3, 31),
            ("0001-01-01", -719_162, 1, 1), ("9999-12-31", 2_932_896, 5, 31),
        ] as [(String, Int64, Int64, Int64)]
    )
    func daysAreCounted(_ text: String, _ number: Int64, _ weekday: Int64, _ dayOfMonth: Int64) throws {
        let day = try #require(CalendarDay(text))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.dayOfMonth == dayOfMonth)
        #expect(CalendarDay(of: number * 86400) == day)
        #expect(CalendarDay(of: number * 86400 + 86399) == day)
    }

    @Test(arguments: [
        "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1", "26-01-01", "", "2026-01-1a",
    ])
    func otherDaysDoNotExist(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }
}
