#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// Members that tell null from absence: nil is left out, `null` is read and written as such.

extension JSONCoder {
    /// A value, `null`, or nil.
    public mutating func value<T: JSONCodable>(_ value: inout Nullable<T>?) {
        nullable(&value, read: { reader throws(JSONError) in try T.read(from: &reader) }, write: { $1.write(to: &$0) })
    }

    /// A date in seconds since 1970, `null`, or nil.
    public mutating func unixTime(_ value: inout Nullable<Date>?) { time(&value, unit: .seconds) }

    /// A date in milliseconds since 1970, `null`, or nil.
    public mutating func unixTimeMilliseconds(_ value: inout Nullable<Date>?) { time(&value, unit: .milliseconds) }

    /// A date in milliseconds since 1970 if above 10^11, else in seconds, `null`, or nil; written in seconds.
    public mutating func unixTimeAny(_ value: inout Nullable<Date>?) { time(&value, unit: .any) }

    private mutating func time(_ value: inout Nullable<Date>?, unit: JSONTimestamp.Unit) {
        nullable(
            &value,
            read: { reader throws(JSONError) in try reader.cursor.date(unit) },
            write: { $0.date($1, unit) }
        )
    }

    @inline(__always)
    private mutating func nullable<T>(
        _ value: inout Nullable<T>?,
        read: (inout JSONReader) throws(JSONError) -> T,
        write: (inout JSONWriter, T) -> Void
    ) {
        guard isTurn() else { return }
        if isReading {
            let offset = reader.cursor.offset
            do throws(JSONError) {
                value = reader.null() ? .null : .value(try read(&reader))
            } catch {
                guard setAside(error, at: offset) else { return }
                value = nil
            }
            next()
        } else {
            if let value {
                writeName()
                if let wrapped = value.optional { write(&writer, wrapped) } else { writer.null() }
            } else {
                _ = writeSetAside()
            }
            wrote()
        }
    }
}
