import JSONBytes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How a time is written as a parameter.
public enum DateCoding: Sendable, Hashable {
    /// Whole seconds since 1970, rounded down.
    case unixTime
    /// Whole milliseconds since 1970, rounded to the nearest.
    case unixTimeMilliseconds
    /// RFC 3339 in UTC, with as many digits as the date has.
    case dateTime

    func text(of date: Date) throws(ParameterError) -> String {
        let seconds = date.timeIntervalSince1970
        switch self {
        case .unixTime: return try integer(seconds.rounded(.down))
        case .unixTimeMilliseconds: return try integer((seconds * 1000).rounded())
        case .dateTime:
            guard let text = date.rfc3339 else { throw ParameterError("is a time outside the years 0 to 9999") }
            return text
        }
    }

    private func integer(_ value: Double) throws(ParameterError) -> String {
        guard let whole = Int64(exactly: value) else { throw ParameterError("is a time that does not fit 64 bits") }
        return whole.description
    }
}
