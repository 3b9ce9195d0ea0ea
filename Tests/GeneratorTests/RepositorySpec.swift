import APIModel
import DocCRenderer
import Foundation
import OpenAPIDocument
import SpecDiagnostics
import SwiftRenderer

@testable import apigen

/// A specification on disk, rendered in memory; its text may be changed on the way.
struct RepositorySpec {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let settings: String
    /// From a file's path to what is replaced in it.
    var changes: [String: (old: String, new: String)] = [:]

    func render() throws -> [String: String] {
        let reader = FileReader(root: Self.root)
        let read = { (path: String) throws -> String in
            let text = try reader.text(at: path)
            guard let change = changes[path] else { return text }
            return text.replacing(change.old, with: change.new)
        }
        let diagnostics = Diagnostics(warningsAreErrors: true)
        let settings = Settings(path: settings, reporting: diagnostics, readFile: read)
        let document = Document(path: settings.document, reporting: diagnostics, readFile: read)
        let api = try API(resolving: document, settings: settings, reporting: diagnostics)
        let pages = try DocCRenderer { operation in
            let example = CallExample(operation, in: api)
            return .init(code: example.code, template: example.template, symbol: example.symbol)
        }.render(api)
        return Dictionary(uniqueKeysWithValues: (try SwiftRenderer().render(api) + pages).map { ($0.path, $0.contents) })
    }
}
