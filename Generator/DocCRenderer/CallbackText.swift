import APIModel

/// A callback as the page of its operation shows it.
struct CallbackText {
    let name: String
    let summary: String
    let discussion: String
    let method: String
    let expression: String
    /// The type to read it by; empty where it has none of its own.
    let type: String
    let variable: String
    let fields: String
    let examples: [OperationPage.Example]
    let answers: [OperationPage.Status]
    let quirks: [QuirkText]

    init(_ callback: Callback) {
        name = Markdown.code(callback.name)
        summary = Markdown.prose(callback.documentation.summary)
        discussion = Markdown.prose(callback.documentation.discussion)
        method = callback.method
        expression = Markdown.code(callback.expression)
        if case .named(let name) = callback.type { type = name } else { type = "" }
        variable = Name.escaped(type.prefix(1).lowercased() + type.dropFirst())
        fields = callback.fields.map(OperationPage.Row.init).table(\.name, \.swiftName, \.type, \.description)
        examples = callback.examples.map(OperationPage.Example.init)
        answers = callback.answers.map {
            OperationPage.Status(status: Markdown.code($0.status), codes: "", meaning: Markdown.cell($0.description))
        }
        quirks = callback.documentation.quirks.map(QuirkText.init)
    }
}
