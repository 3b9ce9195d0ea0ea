import APIModel
import OpenAPIDocument
import SpecDiagnostics
import SwiftRenderer

/// A specification in a string, taken through the stages of the generator.
struct SpecText {
    var files: [String: String]
    var settings = "{document: spec.yaml, module: Test, client: TestClient, outputs: {client: Out}}"

    /// A whole document in one file.
    init(_ text: String) {
        files = ["spec.yaml": text]
    }

    /// Several files; `spec.yaml` is the root.
    init(files: [String: String]) {
        self.files = files
    }

    /// A document of the least that is needed around these schemas.
    init(schemas: String) {
        let indented = schemas.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(
            separator: "\n"
        )
        self.init("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n\(indented)\n")
    }

    /// A document with these paths.
    init(paths: String) {
        let indented = paths.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
        self.init("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n\(indented)\n")
    }

    private func read(_ path: String) throws -> String {
        guard let text = files[path] else { throw Missing() }
        return text
    }

    struct Missing: Error, CustomStringConvertible {
        var description: String { "there is no such file" }
    }

    /// The resolved API, and what was said on the way.
    func resolve() -> (api: API?, diagnostics: Diagnostics, document: Document) {
        var files = files
        files["apigen.yaml"] = settings
        let diagnostics = Diagnostics()
        let settings = Settings(path: "apigen.yaml", reporting: diagnostics) { files[$0] ?? "" }
        let document = Document(path: "spec.yaml", reporting: diagnostics, readFile: read)
        let api = try? API(resolving: document, settings: settings, reporting: diagnostics)
        return (api, diagnostics, document)
    }

    /// The lines that are printed, without excerpts.
    var messages: [String] { resolve().diagnostics.all.map(\.description) }

    /// The generated Swift file with a path such as `Types/Run.swift`, without comments and blank lines.
    func swift(_ path: String) throws -> String {
        let (api, diagnostics, _) = resolve()
        guard let api else { return diagnostics.all.map(\.description).joined(separator: "\n") }
        let file = try SwiftRenderer().render(api).first { $0.path == "Out/\(path)" }
        let lines = (file?.contents ?? "no such file").split(separator: "\n").filter { line in
            let text = line.drop { $0 == " " }
            return !text.hasPrefix("//") && !text.isEmpty && !text.hasPrefix("import ")
        }
        return lines.joined(separator: "\n")
    }
}
