import APIModel

extension SchemaSummary {
    /// The type on the wire, in words: `integer`, `array of string`, `string (decimal)`.
    var typeText: String {
        if wireTypes.isEmpty { return "any JSON" }
        let types = wireTypes.map { $0 == "array" ? items.first.map { "array of \($0.typeText)" } ?? "array" : $0 }
        let text = types.joined(separator: " or ") + (isNullable ? " or null" : "")
        return format.map { "\(text) (\($0))" } ?? text
    }

    /// What it demands of values, as sentences.
    var constraintTexts: [String] {
        var texts: [String] = []
        if !values.isEmpty { texts.append("One of " + values.map { Markdown.code($0.text) }.joined(separator: ", ") + ".") }
        if let defaultValue { texts.append("Default \(Markdown.code(defaultValue.text)).") }
        if let minimum, let maximum {
            texts.append("From \(minimum.plain) to \(maximum.plain).")
        } else if let minimum {
            texts.append("At least \(minimum.plain).")
        } else if let maximum {
            texts.append("At most \(maximum.plain).")
        }
        if let minLength, minLength > 1 { texts.append("At least \(minLength) characters.") }
        if let maxLength { texts.append("At most \(maxLength) characters.") }
        if let pattern { texts.append("Matches \(Markdown.code(pattern)).") }
        return texts
    }

    /// The same for the block that the form is made from: `integer, default 1, minimum 0`.
    func formText(isRequired: Bool) -> String {
        var parts = [wireTypes.first ?? "string"]
        if isRequired { parts.append("required") }
        if let defaultValue { parts.append("default \(defaultValue.text)") }
        if let minimum { parts.append("minimum \(minimum.plain)") }
        if let maximum { parts.append("maximum \(maximum.plain)") }
        parts += reserved.map { "not \($0)" }
        if !values.isEmpty { parts.append("one of " + values.map(\.text).joined(separator: " ")) }
        return parts.joined(separator: ", ")
    }
}

extension Double {
    /// Without a fraction where there is none.
    var plain: String { Int64(exactly: self).map(String.init) ?? "\(self)" }
}
