import Testing

/// The code of guides is compiled: each block stands, line by line and in order, in a file of the tests.
struct GuideTests {
    private static let pages =
        ["README.md", "Documentation.docc/CoreClaw.md"] + Project.files(in: "Documentation.docc/Guides", ending: ".md")

    @Test(arguments: pages)
    func codeIsCompiled(page: String) throws {
        let compiled = try Project.files(in: "Tests/CoreClawTests/Guides", ending: ".swift").map {
            Self.lines(try Project.text($0))
        }
        for block in Self.blocks(try Project.text(page)) {
            let isCompiled = compiled.contains { lines in
                guard let first = block.first else { return true }
                return lines.indices.contains { lines[$0] == first && lines[$0...].starts(with: block) }
            }
            #expect(isCompiled, "\(page): \(block.joined(separator: "\n"))")
        }
    }

    /// The Swift blocks of a page.
    private static func blocks(_ text: String) -> [[String]] {
        text.split(separator: "```swift\n").dropFirst().compactMap { part in
            let code = String(part.split(separator: "\n```", maxSplits: 1)[0])
            let block = lines(code).filter { $0 != "import CoreClaw" }
            return block.isEmpty ? nil : block
        }
    }

    /// The lines without indentation, comments and blank lines.
    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let code = line.split(separator: " //", maxSplits: 1, omittingEmptySubsequences: false)[0]
            let words = code.split(separator: " ")
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
    }
}
