/// Percent-encoding by RFC 3986, in which only unreserved characters stay.
enum PercentEncoding {
    /// The text of one path segment.
    static func pathSegment(_ text: String) -> String { encode(text) }

    /// The text of a query item's name or value.
    static func query(_ text: String) -> String { encode(text) }

    /// The text of a form field, where a space is a plus sign.
    static func form(_ text: String) -> String { encode(text, space: UInt8(ascii: "+")) }

    /// The text of a query item with the digits `a` to `f` instead of `A` to `F`, as others may write it.
    static func lowercaseQuery(_ text: String) -> String {
        text.utf8.allSatisfy(isUnreserved) ? text : encode(text, letters: UInt8(ascii: "a"))
    }

    /// The text with every `%XX` resolved; what is no such sequence stays.
    static func decode(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, rest.prefix(2).allSatisfy({ Character(.init($0)).isHexDigit }),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encode(_ text: String, space: UInt8? = nil, letters: UInt8 = UInt8(ascii: "A")) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count &* 2)
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else if byte == UInt8(ascii: " "), let space {
                bytes.append(space)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexDigit(byte >> 4, letters))
                bytes.append(hexDigit(byte & 0xF, letters))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func hexDigit(_ value: UInt8, _ letters: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") &+ value : letters &+ value &- 10
    }
}
