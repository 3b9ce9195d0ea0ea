extension JSONOutput {
    /// Appends a byte of a string, escaped if it must be.
    mutating func append(escaping byte: UInt8) {
        switch byte {
        case ASCII.quote: append("\\\"")
        case ASCII.backslash: append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        case 0..<0x20:
            append("\\u00")
            append(ASCII.hexadecimal(byte >> 4))
            append(ASCII.hexadecimal(byte & 15))
        default: append(byte)
        }
    }
}
