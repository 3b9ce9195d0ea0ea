import Foundation

/// A span of creation times inside one calendar month, as months are counted at UTC+8.
struct RunPeriod: Sendable, Equatable {
    /// Unix seconds.
    let start: Int64
    /// Unix seconds, not part of the period.
    let end: Int64

    private static let crossesMonths = ServiceFailure(
        status: 400,
        code: 11000,
        message: "run list time range cannot cross months"
    )

    /// The span from `start` to a day after `end`, or the month of `now` when both are missing.
    ///
    /// - Throws: ``ServiceFailure`` when only one is given or the two are not in one month.
    init(start: Int64?, end: Int64?, now: Int64) throws {
        switch (start, end) {
        case (nil, nil):
            guard let month = Self.month(of: now) else { throw Self.crossesMonths }
            self.start = month.lowerBound
            self.end = month.upperBound
        case (let start?, let end?):
            guard let month = Self.month(of: start), month.contains(end), end + 86400 <= month.upperBound else {
                throw Self.crossesMonths
            }
            self.start = start
            self.end = end + 86400
        default:
            throw Self.crossesMonths
        }
    }

    func contains(_ time: Int64) -> Bool { start <= time && time < end }

    private static func month(of time: Int64) -> Range<Int64>? {
        guard SimulatedClock.range.contains(time), let zone = TimeZone(secondsFromGMT: 8 * 3600) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        guard let interval = calendar.dateInterval(of: .month, for: Date(timeIntervalSince1970: Double(time))) else { return nil }
        return Int64(interval.start.timeIntervalSince1970)..<Int64(interval.end.timeIntervalSince1970)
    }
}
