/// The header `Content-Disposition` (RFC 6266), of which the name of the file matters.
enum ContentDisposition {
    /// The name a server proposes; `filename*` goes before `filename`.
    static func fileName(_ header: String) -> String? {
        let parameters = parameters(of: header)
        let extended = parameters.first { $0.name == "filename*" }.flatMap { decoded($0.value) }
        return (extended ?? parameters.first { $0.name == "filename" }?.value).flatMap(mereName)
    }

    /// The last component of what may be a path of any system, without control characters; nil where nothing of a name is left.
    private static func mereName(_ text: String) -> String? {
        let last = text.split(separator: "/", omittingEmptySubsequences: false).last?
            .split(separator: "\\", omittingEmptySubsequences: false).last
        let scalars = (last ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
        let name = String(String.UnicodeScalarView(scalars))
        return name.isEmpty || name == "." || name == ".." ? nil : name
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
        for character in header + ";" {
            if isEscaped {
                value?.append(character)
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"", value != nil {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                if let value { parameters.append((name.lowercased(), value)) }
                (name, value) = ("", nil)
            } else if value != nil {
                if isQuoted || character != " " { value?.append(character) }
            } else if character == "=" {
                value = ""
            } else if character != " " {
                name.append(character)
            }
        }
        return parameters
    }
}
