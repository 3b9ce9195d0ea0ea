import APIModel

extension Argument {
    /// As in a declaration: `_ id: RunID`, `page: Int? = nil`.
    var declaration: String {
        "\(isUnlabelled ? "_ " : "")\(name): \(type.spelling)\(defaultValue.map { " = \($0)" } ?? "")"
    }

    /// The arguments between the parentheses, on lines of their own where one line is too short.
    static func list(_ arguments: [Argument], indent: Int) -> String {
        let line = arguments.map(\.declaration).joined(separator: ", ")
        if line.count <= 70 { return line }
        let space = String(repeating: " ", count: indent)
        return "\n" + arguments.map { space + $0.declaration }.joined(separator: ",\n") + "\n"
    }

    /// The list of parameters in a documentation comment.
    static func documentation(_ arguments: [Argument]) -> [String] {
        guard !arguments.isEmpty else { return [] }
        return ["- Parameters:"]
            + arguments.map { argument in
                let name = argument.name.filter { $0 != "`" }
                let text = argument.documentation.summary.isEmpty ? "The value of `\(name)`." : argument.documentation.summary
                let states = argument.type.tellsNullFromAbsence ? ["`nil` omits the field, `.null` sends null."] : []
                return "  - \(name): " + ([text] + (argument.schema?.facts ?? []) + states).joined(separator: " ")
            }
    }
}

extension SchemaSummary {
    /// Sentences on what the service takes: range and default.
    var facts: [String] {
        var facts: [String] = []
        switch (minimum, maximum) {
        case (let low?, let high?): facts.append("From \(low.plain) to \(high.plain).")
        case (let low?, nil): facts.append("At least \(low.plain).")
        case (nil, let high?): facts.append("At most \(high.plain).")
        case (nil, nil): break
        }
        if let defaultValue, defaultValue != .null { facts.append("Defaults to \(defaultValue.text).") }
        return facts
    }
}

extension Double {
    /// Without a fraction where there is none.
    var plain: String { Int64(exactly: self).map(String.init) ?? "\(self)" }
}
