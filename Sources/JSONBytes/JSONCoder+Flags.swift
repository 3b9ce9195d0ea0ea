extension JSONCoder {
    /// A boolean that is 0 or 1; `true` and `false` are read too.
    public mutating func flag(_ value: inout Bool) {
        member(&value, read: { reader throws(JSONError) in try reader.flag() }, write: { $0.integer($1 ? 1 : 0) })
    }

    /// A boolean that is 0 or 1, or nil; `true` and `false` are read too.
    public mutating func flag(_ value: inout Bool?) {
        member(&value, absent: nil, read: { reader throws(JSONError) in try reader.flag() }, write: { $0.integer($1 ? 1 : 0) })
    }
}

extension JSONReader {
    fileprivate mutating func flag() throws(JSONError) -> Bool {
        if cursor.byte == UInt8(ascii: "t") || cursor.byte == UInt8(ascii: "f") { return try cursor.bool() }
        let start = offset
        switch try number(Int64.self) {
        case 0: return false
        case 1: return true
        case let other: throw JSONError(.unknownValue, "\(other) is neither 0 nor 1", offset: start)
        }
    }
}
