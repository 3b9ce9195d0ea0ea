import Testing

@testable import CoreClawSimulator

struct TaskScheduleTests {
    /// Thursday, 20 August 2026, 04:00 UTC.
    private static let now: Int64 = 1_787_198_400

    @Test(
        arguments: [
            (["schedule_type": 1, "schedule_time": "04:00"], 24 * 3600),
            (["schedule_type": 1, "schedule_time": "04:01"], 60),
            (["schedule_type": 1, "schedule_time": "03:59"], 24 * 3600 - 60),
            (["schedule_type": 2, "schedule_time": "04:00", "schedule_weekday": 4], 7 * 86400),
            (["schedule_type": 2, "schedule_time": "04:00", "schedule_weekday": 5], 86400),
            (["schedule_type": 2, "schedule_time": "04:00", "schedule_weekday": 1], 4 * 86400),
            (["schedule_type": 2, "schedule_time": "04:00", "schedule_weekday": 7], 3 * 86400),
            (["schedule_type": 3, "schedule_time": "05:00", "schedule_day": 20], 3600),
            (["schedule_type": 3, "schedule_time": "04:00", "schedule_day": 20], 31 * 86400),
            (["schedule_type": 3, "schedule_time": "04:00", "schedule_day": 31], 11 * 86400),
            (["schedule_type": 3, "schedule_time": "04:00", "schedule_day": 1], 12 * 86400),
            (["schedule_type": 4, "schedule_time": "04:00", "schedule_once_date": "2027-08-20"], 365 * 86400),
            (["schedule_type": 4, "schedule_time": "04:00", "schedule_once_date": "2026-08-20"], nil),
            (["schedule_type": 4, "schedule_time": "04:00", "schedule_once_date": "2020-01-01"], nil),
        ] as [(JSON, Int64?)]
    )
    func theNextTimeIsTheFirstToCome(_ body: JSON, _ seconds: Int64?) {
        let schedule = TaskSchedule(.object(body.members + [JSON.Member(name: "schedule_enabled", value: 1)]))
        #expect(schedule.problems == [])
        #expect(schedule.next(after: Self.now) == seconds.map { Self.now + $0 })
        let off = TaskSchedule(["schedule_enabled": 0], changing: schedule)
        #expect(off.next(after: Self.now) == nil)
    }

    @Test func aShortMonthIsSkipped() {
        let schedule = TaskSchedule(
            ["schedule_enabled": 1, "schedule_type": 3, "schedule_time": "00:00", "schedule_day": 31]
        )
        // From 31 August at 00:00 to 31 October.
        let august = Self.now + 11 * 86400 - 4 * 3600
        #expect(schedule.next(after: august) == august + 61 * 86400)
    }

    @Test(arguments: ["24:00", "12:60", "1200", "aa:bb", "", "+1:00", "１２:00"])
    func onlyTimesOfDayAreTimes(_ time: String) {
        #expect(TaskSchedule(["schedule_time": .string(time)]).problems == ["schedule_time must be HH:mm"])
    }
}
