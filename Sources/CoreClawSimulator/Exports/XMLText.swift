/// Text as it may stand in an XML document, between tags or as the value of an attribute in double quotes.
///
/// Characters that XML forbids are left out. A carriage return, which a parser would turn into a line feed, is written as a
/// reference.
struct XMLText: CustomStringConvertible {
    let description: String

    init(_ text: String) {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case "\"": escaped += "&quot;".unicodeScalars
            case "\r": escaped += "&#13;".unicodeScalars
            case "\t", "\n": escaped.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.append(scalar)
            }
        }
        description = String(escaped)
    }

    /// The first line of every XML document.
    static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
}
