import Foundation

/// A calendar month as the service counts it, in UTC+8; the longest span that one listing of runs can have.
///
/// ```swift
/// for try await run in coreclaw.runs.list(during: RunMonth(containing: .now).previous) { … }
/// ```
///
/// Months can be counted, so that a loop reaches further back:
///
/// ```swift
/// let thisMonth = RunMonth(containing: .now)
/// for month in stride(from: thisMonth, through: thisMonth.advanced(by: -11), by: -1) { … }
/// ```
public struct RunMonth: Hashable, Sendable {
    /// How many months lie between the start of the year 0 and this one.
    private let index: Int

    private init(index: Int) {
        // Dates of other years are of no use to the service, and calendars disagree about them.
        self.index = min(max(index, 12), 9999 * 12 + 11)
    }

    /// A month of a year from 1 to 9999; `month` is 1 for January to 12 for December, and what lies beyond counts on.
    public init(year: Int, month: Int) {
        let year = min(max(year, -20_000), 20_000), month = min(max(month, -120_000), 120_000)
        self.init(index: year * 12 + month - 1)
    }

    /// The month that a point in time lies in.
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

    /// The first moment of the first day: the `start_time` of a listing.
    public var startTime: Date { Self.date(year: year, month: month, day: 1) }

    /// The first moment of the last day: the `end_time` of a listing, to which the service adds that day.
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
    /// How many months later another one is.
    public func distance(to other: RunMonth) -> Int { other.index - index }

    /// The month that lies so many months later, within the years 1 to 9999.
    public func advanced(by months: Int) -> RunMonth {
        let (sum, overflow) = index.addingReportingOverflow(months)
        return RunMonth(index: overflow ? (months < 0 ? 0 : .max) : sum)
    }
}

extension RunMonth: CustomStringConvertible {
    /// Year and month, such as `2026-08`.
    public var description: String { String(format: "%04d-%02d", year, month) }
}

extension RunsResource {
    /// Lists the runs of one month, newest first.
    ///
    /// The service lists one calendar month at a time, in UTC+8; this sends its borders as the service wants them.
    ///
    /// - Parameters:
    ///   - month: The month; `RunMonth(containing: .now)` is the current one.
    ///   - workerID: Only runs of this Worker.
    ///   - status: Only runs in this state.
    ///   - pageSize: The most runs a page may hold, from 1 to 100; the service takes 20 if it is left out.
    ///
    /// - Returns: The runs of all pages, asked for as they are read; `page(_:)` gives one page alone.
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
