import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// Months of the run history.
struct RunMonthTests {
    @Test(
        "Q29: borders are the first and the last day, at midnight in UTC+8",
        arguments: [
            (2026, 8, "2026-07-31T16:00:00Z", "2026-08-30T16:00:00Z"),
            (2026, 2, "2026-01-31T16:00:00Z", "2026-02-27T16:00:00Z"),
            (2028, 2, "2028-01-31T16:00:00Z", "2028-02-28T16:00:00Z"),
            (2026, 1, "2025-12-31T16:00:00Z", "2026-01-30T16:00:00Z"),
        ]
    )
    func borders(year: Int, month: Int, start: String, end: String) throws {
        let month = RunMonth(year: year, month: month)
        #expect(month.startTime == (try Date(start, strategy: .iso8601)))
        #expect(month.endTime == (try Date(end, strategy: .iso8601)))
    }

    @Test(
        "Q29: a point in time belongs to a month of UTC+8",
        arguments: [
            ("2026-07-31T15:59:59Z", "2026-07"), ("2026-07-31T16:00:00Z", "2026-08"), ("2026-12-31T16:00:00Z", "2027-01"),
        ]
    )
    func containing(time: String, month: String) throws {
        #expect(RunMonth(containing: try Date(time, strategy: .iso8601)).description == month)
    }

    @Test("Q29: months count on, over the ends of years, and stop at the ends of the calendar")
    func counting() {
        let january = RunMonth(year: 2026, month: 1)
        #expect(january.previous == RunMonth(year: 2025, month: 12))
        #expect(january.advanced(by: 25) == RunMonth(year: 2028, month: 2))
        #expect(RunMonth(year: 2025, month: 14) == RunMonth(year: 2026, month: 2))
        #expect(january.distance(to: RunMonth(year: 2025, month: 11)) == -2)
        #expect(january.advanced(by: .max).description == "9999-12")
        #expect(january.advanced(by: .min).description == "0001-01")
        #expect(RunMonth(year: .min, month: 1).description == "0001-01")
        #expect(RunMonth(year: .max, month: .min).description == "9999-12")
        #expect(Array(stride(from: january, through: january.advanced(by: -2), by: -1)).map(\.month) == [1, 12, 11])
        #expect(RunMonth(containing: .distantPast).year == 1)
    }

    @Test("Q29: a listing sends both borders, and the service takes them")
    func listing() async throws {
        try await withSimulator { simulator, coreclaw in
            let month = RunMonth(containing: await simulator.clock.now)
            let runs = try await coreclaw.runs.list(during: month).page(1)
            #expect(!runs.runs.isEmpty)
            let request = try #require(await simulator.requests.last)
            #expect(request.queryValue("start_time") == "\(Int(month.startTime.timeIntervalSince1970))")
            #expect(request.queryValue("end_time") == "\(Int(month.endTime.timeIntervalSince1970))")

            let later = try await coreclaw.runs.list(during: month.advanced(by: 240)).page(1)
            #expect(later.runs.isEmpty)
        }
    }

    @Test("Q29: a range over two months is refused, as the service says it")
    func acrossMonths() async throws {
        try await withSimulator { simulator, coreclaw in
            let month = RunMonth(containing: await simulator.clock.now)
            let error = await #expect(throws: APIError.self) {
                try await coreclaw.runs.list(startTime: month.previous.startTime, endTime: month.endTime).page(1)
            }
            #expect(error?.code == .invalidArgument)
        }
    }
}
