import Testing

/// Texts that readers see use the field's terms. These phrases have proven to be hard to read.
@Suite struct WordingTests {
    private static let phrases = [
        "What it answers", "How it is sent", "sent again", "asked again", "at work", "Goes with", "goes with", "service takes",
        "left out", "The most items", "the first version", "The first version", "the second version", "has become of",
        "way to prefer",
        "for where", "takes it for", "What they show", "all the same.", "how far it is", "says `", "Asks again",
    ]

    private static let pages =
        ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
        + Project.files(in: "Documentation.docc", ending: ".md")
        + Project.files(in: "Spec", ending: ".yaml")
        + Project.files(in: "Sources/CoreClaw", ending: ".swift")
        + Project.files(in: "Sources/claw", ending: ".swift")

    @Test func textsUseStandardTerms() throws {
        #expect(Self.pages.count > 200)
        for page in Self.pages {
            let text = try Project.text(page)
            for phrase in Self.phrases where text.contains(phrase) { Issue.record("\(page): \"\(phrase)\"") }
        }
    }
}
