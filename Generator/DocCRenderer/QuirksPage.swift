import APIModel

/// Everything the service does otherwise than one would expect.
struct QuirksPage: Page {
    static let template = "Quirks"

    let fileName = "Quirks.md"
    let groups: [Group]

    /// What is said under one number, in one place or in several.
    struct Group {
        let id: String
        let quirks: [Row]
    }

    /// Paragraphs.
    struct Row {
        let service: String
        let client: String
        let concerned: String
    }

    init(_ api: API) {
        let ids = api.quirks.map(\.quirk.id).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        groups = ids.map { id in
            let entries = api.quirks.filter { $0.quirk.id == id }
            return Group(
                id: Markdown.cell(id),
                quirks: entries.map(Row.init)
            )
        }
    }
}

extension QuirksPage.Row {
    fileprivate init(_ entry: QuirkIndex.Entry) {
        let text = QuirkText(entry.quirk)
        service = (text.since.isEmpty ? "" : "Since \(text.since). ") + "**The service:** \(text.fact)"
        client = text.client.isEmpty ? "" : "**Client:** \(text.client)"
        let pages = entry.operations.map { "<doc:\($0.pageName)>" }.joined(separator: ", ")
        concerned = entry.concernsAll ? "Applies to every operation." : pages.isEmpty ? "" : "Applies to \(pages)."
    }
}

/// A quirk as a page shows it.
struct QuirkText {
    let id: String
    let since: String
    let fact: String
    let client: String

    init(_ quirk: Quirk) {
        id = Markdown.cell(quirk.id)
        since = Markdown.cell(quirk.since ?? "")
        fact = Markdown.cell(quirk.fact)
        client = Markdown.cell(quirk.client ?? "")
    }
}
