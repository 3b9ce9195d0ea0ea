#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONCoder {
    /// A date as text of RFC 3339: `2026-01-31T12:00:00.25Z`.
    public mutating func dateTime(_ value: inout Date) {
        member(&value, read: { reader throws(JSONError) in try Date.read(from: &reader) }, write: { $1.write(to: &$0) })
    }

    /// A date as text of RFC 3339, or nil; `absent` is the string that means "not set".
    public mutating func dateTime(_ value: inout Date?, absent: String? = nil) {
        member(
            &value,
            absentText: absent,
            read: { reader throws(JSONError) in try Date.read(from: &reader) },
            write: { $1.write(to: &$0) }
        )
    }

    /// A date in seconds since 1970.
    public mutating func unixTime(_ value: inout Date) { time(&value, unit: .seconds) }

    /// A date in seconds since 1970, or nil; `absent` is the number that means "not set".
    public mutating func unixTime(_ value: inout Date?, absent: Int64? = nil) { time(&value, unit: .seconds, absent: absent) }

    /// A date in milliseconds since 1970.
    public mutating func unixTimeMilliseconds(_ value: inout Date) { time(&value, unit: .milliseconds) }

    /// A date in milliseconds since 1970, or nil; `absent` is the number that means "not set".
    public mutating func unixTimeMilliseconds(_ value: inout Date?, absent: Int64? = nil) {
        time(&value, unit: .milliseconds, absent: absent)
    }

    /// A date in milliseconds since 1970 if above 10^11, else in seconds; written in seconds if those are whole.
    public mutating func unixTimeAny(_ value: inout Date) { time(&value, unit: .any) }

    /// A date in milliseconds since 1970 if above 10^11, else in seconds, or nil; `absent` is the number that means "not set".
    public mutating func unixTimeAny(_ value: inout Date?, absent: Int64? = nil) { time(&value, unit: .any, absent: absent) }

    private mutating func time(_ value: inout Date, unit: JSONTimestamp.Unit) {
        member(
            &value,
            read: { reader throws(JSONError) in try reader.cursor.date(unit) },
            write: { $0.date($1, unit) }
        )
    }

    private mutating func time(_ value: inout Date?, unit: JSONTimestamp.Unit, absent: Int64?) {
        member(
            &value,
            absent: absent.map { JSONTimestamp(count: $0, unit: unit).date },
            read: { reader throws(JSONError) in try reader.cursor.date(unit) },
            write: { $0.date($1, unit) }
        )
    }
}
