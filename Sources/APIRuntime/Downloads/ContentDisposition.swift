/// The header `Content-Disposition` (RFC 6266), of which the name of the file matters.
enum ContentDisposition {
    /// The name a server proposes; `filename*` goes before `filename`.
    static func fileName(_ header: String) -> String? {
        let parameters = parameters(of: header)
        let extended = parameters.first { $0.name == "filename*" }.flatMap { decoded($0.value) }
        return (extended ?? parameters.first { $0.name == "filename" }?.value).flatMap(mereName)
    }

    /// The most bytes a name has on the usual file systems.
    private static let longestName = 255

    /// The last component of what may be a path of any system, without what is not seen or shows a name as another; nil where
    /// nothing of a name is left.
    ///
    /// It is made scalar by scalar: as a `Character` a separator hides behind the accent that follows it.
    private static func mereName(_ text: String) -> String? {
        let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        let visible = String.UnicodeScalarView(parts.last?.filter { !isInvisible($0) } ?? [])
        var room = longestName
        var name = visible.drop(while: isNoBeginning).prefix { scalar in
            room -= UTF8.width(scalar)
            return room >= 0
        }
        while let last = name.last, isEdge(last) { name.removeLast() }
        return name.isEmpty ? nil : String(Substring(name))
    }

    /// Whether a scalar is for control or for format, as are those that turn the direction of a text.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Dots and spaces at an end hide a file, or are dropped by some systems.
    private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar.properties.isWhitespace
    }

    /// A mark at the beginning would belong to the separator before the name.
    private static func isNoBeginning(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: isEdge(scalar)
        }
    }

    /// The text of `UTF-8'en'%e2%82%ac.csv` (RFC 8187); nil in any other encoding.
    private static func decoded(_ value: String) -> String? {
        let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return PercentEncoding.decode(String(parts[2]))
    }

    /// The parameters behind the type, each `name=token` or `name="text"`, in which a backslash makes the next character plain.
    private static func parameters(of header: String) -> [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = []
        var name = ""
        var value: String?
        var isQuoted = false
        var isEscaped = false
        for character in (header + ";").unicodeScalars {
            if isEscaped {
                value?.unicodeScalars.append(character)
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"", value != nil {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                if let value { parameters.append((name.lowercased(), value)) }
                (name, value) = ("", nil)
            } else if value != nil {
                if isQuoted || character != " " { value?.unicodeScalars.append(character) }
            } else if character == "=" {
                value = ""
            } else if character != " " {
                name.unicodeScalars.append(character)
            }
        }
        return parameters
    }
}
