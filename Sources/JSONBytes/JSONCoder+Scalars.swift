#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONCoder {
    /// A boolean.
    public mutating func bool(_ value: inout Bool) {
        member(&value, read: { reader throws(JSONError) in try reader.cursor.bool() }, write: { $0.bool($1) })
    }

    /// A boolean or nil; `absent` is the one that means "not set".
    public mutating func bool(_ value: inout Bool?, absent: Bool? = nil) {
        member(&value, absent: absent, read: { reader throws(JSONError) in try reader.cursor.bool() }, write: { $0.bool($1) })
    }

    /// An integer.
    public mutating func integer(_ value: inout Int) { anyInteger(&value) }

    /// An integer or nil; `absent` is the one that means "not set".
    public mutating func integer(_ value: inout Int?, absent: Int? = nil) { anyInteger(&value, absent: absent) }

    /// An integer of 32 bits.
    public mutating func integer(_ value: inout Int32) { anyInteger(&value) }

    /// An integer of 32 bits or nil; `absent` is the one that means "not set".
    public mutating func integer(_ value: inout Int32?, absent: Int32? = nil) { anyInteger(&value, absent: absent) }

    /// An integer of 64 bits.
    public mutating func integer(_ value: inout Int64) { anyInteger(&value) }

    /// An integer of 64 bits or nil; `absent` is the one that means "not set".
    public mutating func integer(_ value: inout Int64?, absent: Int64? = nil) { anyInteger(&value, absent: absent) }

    /// An integer of 64 bits without sign.
    public mutating func integer(_ value: inout UInt64) { anyInteger(&value) }

    /// An integer of 64 bits without sign, or nil; `absent` is the one that means "not set".
    public mutating func integer(_ value: inout UInt64?, absent: UInt64? = nil) { anyInteger(&value, absent: absent) }

    /// An integer that may also come as a string of digits; written as a number.
    public mutating func lenientInteger(_ value: inout Int) { anyLenientInteger(&value) }

    /// An integer that may also come as a string of digits, or nil; `absent` is the one that means "not set".
    public mutating func lenientInteger(_ value: inout Int?, absent: Int? = nil) { anyLenientInteger(&value, absent: absent) }

    /// An integer of 64 bits that may also come as a string of digits; written as a number.
    public mutating func lenientInteger(_ value: inout Int64) { anyLenientInteger(&value) }

    /// An integer of 64 bits that may also come as a string of digits, or nil; `absent` is the one that means "not set".
    public mutating func lenientInteger(_ value: inout Int64?, absent: Int64? = nil) { anyLenientInteger(&value, absent: absent) }

    /// An integer of 64 bits without sign that may also come as a string of digits; written as a number.
    public mutating func lenientInteger(_ value: inout UInt64) { anyLenientInteger(&value) }

    /// An integer of 64 bits without sign that may also come as a string of digits, or nil; `absent` is the one that means "not set".
    public mutating func lenientInteger(_ value: inout UInt64?, absent: UInt64? = nil) {
        anyLenientInteger(&value, absent: absent)
    }

    /// A number.
    public mutating func double(_ value: inout Double) {
        member(&value, read: { reader throws(JSONError) in try reader.cursor.double() }, write: { $0.double($1) })
    }

    /// A number or nil; `absent` is the one that means "not set".
    public mutating func double(_ value: inout Double?, absent: Double? = nil) {
        member(&value, absent: absent, read: { reader throws(JSONError) in try reader.cursor.double() }, write: { $0.double($1) })
    }

    /// A decimal number, as a string or a number; written as a string.
    public mutating func decimal(_ value: inout Decimal) {
        member(&value, read: { reader throws(JSONError) in try reader.cursor.decimal() }, write: { $0.decimal($1) })
    }

    /// A decimal number, as a string or a number, or nil; `absent` is the one that means "not set".
    public mutating func decimal(_ value: inout Decimal?, absent: Decimal? = nil) {
        member(
            &value,
            absent: absent,
            read: { reader throws(JSONError) in try reader.cursor.decimal() },
            write: { $0.decimal($1) }
        )
    }

    /// A URL as a string.
    public mutating func url(_ value: inout URL) {
        member(&value, read: { reader throws(JSONError) in try URL.read(from: &reader) }, write: { $1.write(to: &$0) })
    }

    /// A URL as a string, or nil; `absent` is the string that means "not set".
    public mutating func url(_ value: inout URL?, absent: String? = nil) {
        member(
            &value,
            absentText: absent,
            read: { reader throws(JSONError) in try URL.read(from: &reader) },
            write: { $1.write(to: &$0) }
        )
    }

    /// Bytes in base64.
    public mutating func base64(_ value: inout Data) {
        member(&value, read: { reader throws(JSONError) in try Data.read(from: &reader) }, write: { $1.write(to: &$0) })
    }

    /// Bytes in base64, or nil; `absent` is the string that means "not set".
    public mutating func base64(_ value: inout Data?, absent: String? = nil) {
        if !isReading, absent == "", value?.isEmpty == true { value = nil }
        member(
            &value,
            absentText: absent,
            read: { reader throws(JSONError) in try Data.read(from: &reader) },
            write: { $1.write(to: &$0) }
        )
    }
}

extension JSONCoder {
    @inline(__always)
    private mutating func anyInteger<Integer: FixedWidthInteger>(_ value: inout Integer) {
        member(
            &value,
            read: { reader throws(JSONError) in try reader.number(Integer.self) },
            write: { $0.anyInteger($1) }
        )
    }

    @inline(__always)
    private mutating func anyInteger<Integer: FixedWidthInteger>(_ value: inout Integer?, absent: Integer?) {
        member(
            &value,
            absent: absent,
            read: { reader throws(JSONError) in try reader.number(Integer.self) },
            write: { $0.anyInteger($1) }
        )
    }

    @inline(__always)
    private mutating func anyLenientInteger<Integer: FixedWidthInteger>(_ value: inout Integer) {
        member(
            &value,
            read: { reader throws(JSONError) in try reader.cursor.lenientInteger() },
            write: { $0.anyInteger($1) }
        )
    }

    @inline(__always)
    private mutating func anyLenientInteger<Integer: FixedWidthInteger>(_ value: inout Integer?, absent: Integer?) {
        member(
            &value,
            absent: absent,
            read: { reader throws(JSONError) in try reader.cursor.lenientInteger() },
            write: { $0.anyInteger($1) }
        )
    }
}

extension JSONWriter {
    @inline(__always)
    fileprivate mutating func anyInteger<Integer: FixedWidthInteger>(_ value: Integer) {
        if Integer.isSigned { integer(Int64(truncatingIfNeeded: value)) } else { integer(UInt64(truncatingIfNeeded: value)) }
    }
}
