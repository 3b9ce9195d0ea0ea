import Foundation

/// A calendar month in UTC+8, the longest time range of one list of runs.
///
/// ```swift
/// for try await run in coreclaw.runs.list(during: RunMonth(containing: .now).previous) { … }
/// ```
///
/// Use a loop to list earlier months:
///
/// ```swift
/// let thisMonth = RunMonth(containing: .now)
/// for month in stride(from: thisMonth, through: thisMonth.advanced(by: -11), by: -1) { … }
/// ```
public struct RunMonth: Hashable, Sendable {
    /// Number of months since the start of year 0.
    private let index: Int

    private init(index: Int) {
        // The service has no runs in other years, and calendars disagree about them.
        self.index = min(max(index, 12), 9999 * 12 + 11)
    }

    /// Creates a month of a year.
    ///
    /// - Parameters:
    ///   - year: The year, from 1 to 9999.
    ///   - month: The month, from 1 for January to 12 for December. Other values continue into the adjacent years.
    public init(year: Int, month: Int) {
        let year = min(max(year, -20_000), 20_000), month = min(max(month, -120_000), 120_000)
        self.init(index: year * 12 + month - 1)
    }

    /// Creates the month that contains a date.
    public init(containing date: Date) {
        let parts = Self.calendar.dateComponents([.era, .year, .month], from: date)
        let isBeforeChrist = parts.era == 0
        self.init(year: isBeforeChrist ? 1 : parts.year ?? 1, month: isBeforeChrist ? 1 : parts.month ?? 1)
    }

    /// The year, from 1 to 9999.
    public var year: Int { index / 12 }

    /// The month of the year, from 1 to 12.
    public var month: Int { index % 12 + 1 }

    /// The month before.
    public var previous: RunMonth { advanced(by: -1) }

    /// The month after.
    public var next: RunMonth { advanced(by: 1) }

    /// The start of the first day, for the `start_time` of a list.
    public var startTime: Date { Self.date(year: year, month: month, day: 1) }

    /// The start of the last day, for the `end_time` of a list. The service includes that entire day.
    public var endTime: Date {
        let days = Self.calendar.range(of: .day, in: .month, for: startTime)?.count ?? 28
        return Self.date(year: year, month: month, day: days)
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
        return calendar
    }()

    private static func date(year: Int, month: Int, day: Int) -> Date {
        calendar.date(from: DateComponents(year: year, month: month, day: day)) ?? .distantPast
    }
}

extension RunMonth: Strideable {
    /// The number of months from this month to another.
    public func distance(to other: RunMonth) -> Int { other.index - index }

    /// The month that is a number of months later, within the years 1 to 9999.
    public func advanced(by months: Int) -> RunMonth {
        let (sum, overflow) = index.addingReportingOverflow(months)
        return RunMonth(index: overflow ? (months < 0 ? 0 : .max) : sum)
    }
}

extension RunMonth: CustomStringConvertible {
    /// The year and month, for example `2026-08`.
    public var description: String { String(format: "%04d-%02d", year, month) }
}

extension RunsResource {
    /// Lists the runs of one month, newest first.
    ///
    /// The service lists at most one calendar month in UTC+8 at a time. This method sends the start and end of the month.
    ///
    /// - Parameters:
    ///   - month: The month to list. `RunMonth(containing: .now)` is the current month.
    ///   - workerID: Worker to filter runs by.
    ///   - status: State to filter runs by.
    ///   - pageSize: Maximum number of runs per page, from 1 to 100. Defaults to 20.
    ///
    /// - Returns: The runs of all pages, which are fetched as you read them. `page(_:)` fetches a single page.
    public func list(
        during month: RunMonth,
        workerID: WorkerID? = nil,
        status: RunStatusFilter? = nil,
        pageSize: Int? = nil
    ) -> PagedSequence<ListWorkerRuns> {
        list(
            workerID: workerID,
            status: status,
            startTime: month.startTime,
            endTime: month.endTime,
            pageSize: pageSize
        )
    }
}
