import APIModel

/// An argument of an initializer or a method.
struct Argument {
    /// The name inside the function.
    let name: String
    /// The name of the stored property it sets.
    let memberName: String
    let type: TypeReference
    /// What it is if a call leaves it out; nil where it must be given.
    let defaultValue: String?
    let documentation: Documentation
    let schema: SchemaSummary?
    /// Whether a call leaves the label out.
    var isUnlabelled = false

    init(_ property: Property) {
        name = property.name.identifier
        memberName = property.name.identifier
        type = property.fullType
        defaultValue = property.isOptional ? "nil" : property.nullIsEmpty ? "[]" : nil
        documentation = property.documentation
        schema = property.schema
    }

    init(_ parameter: Parameter) {
        name = parameter.name.identifier
        memberName = parameter.name.identifier
        type = parameter.fullType
        defaultValue = parameter.isRequired ? nil : "nil"
        documentation = parameter.documentation
        schema = parameter.schema
    }

    init(_ body: Body) {
        name = body.name.identifier
        memberName = "body"
        type = body.fullType
        defaultValue = body.isRequired ? nil : "nil"
        documentation = body.documentation
        schema = nil
    }

    /// Whether a call may leave it out.
    var isOptional: Bool { defaultValue != nil }

    /// As in a declaration: `_ id: RunID`, `page: Int? = nil`.
    var declaration: String {
        "\(isUnlabelled ? "_ " : "")\(name): \(type.spelling)\(defaultValue.map { " = \($0)" } ?? "")"
    }

    /// The arguments between the parentheses, on lines of their own where one line is too short.
    static func list(_ arguments: [Argument], indent: Int) -> String {
        let line = arguments.map(\.declaration).joined(separator: ", ")
        if line.count <= 76 { return line }
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
                return "  - \(name): " + ([text] + (argument.schema?.facts ?? [])).joined(separator: " ")
            }
    }
}

extension [Argument] {
    /// What must be given first, each group in the order of the document.
    var inCallOrder: [Argument] { filter { !$0.isOptional } + filter(\.isOptional) }
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
        if let defaultValue, defaultValue != .null { facts.append("The service takes \(defaultValue.text) if it is left out.") }
        return facts
    }
}

extension Double {
    /// Without a fraction where there is none.
    var plain: String { Int64(exactly: self).map(String.init) ?? "\(self)" }
}
