import Testing

/// Every public symbol says what it is.
struct DocumentationTests {
    @Test(arguments: ["Sources/JSONBytes", "Sources/APIRuntime", "Sources/CoreClaw", "Sources/CoreClawSimulator"])
    func publicSymbolsAreDocumented(folder: String) throws {
        for path in Project.files(in: folder, ending: ".swift") {
            let lines = try Project.text(path).split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.drop { $0 == " " }
            }
            for (index, line) in lines.enumerated() where Self.isDeclaration(line) {
                var above = index - 1
                while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
                #expect(above >= 0 && lines[above].hasPrefix("///"), "\(path):\(index + 1): \(line)")
            }
        }
    }

    /// What a protocol demands has the protocol's documentation.
    private static let inherited = [
        "func ==", "func hash(into", "static func read(from", "func write(to", "init(from decoder", "func encode(to",
        "var description",
        "var debugDescription", "var customMirror", "func next()", "func makeAsyncIterator()", "typealias Element",
        "var startIndex", "var endIndex",
        "init(rawValue", "let rawValue", "Literal", "subscript(position", "let headers: any", "func makeIterator",
        "subscript(index",
    ]

    private static func isDeclaration(_ line: Substring) -> Bool {
        guard line.hasPrefix("public "), !inherited.contains(where: { line.contains($0) }) else { return false }
        let keywords = [
            "func", "var", "let", "struct", "enum", "class", "actor", "protocol", "init", "subscript", "typealias", "static",
            "indirect",
        ]
        return line.split(separator: " ").dropFirst().prefix(2).contains { word in
            keywords.contains { word == $0 || word.hasPrefix("\($0)(") || word.hasPrefix("\($0)?") || word.hasPrefix("\($0)<") }
        }
    }
}
