import APIModel
import DocCRenderer
import Foundation
import OpenAPIDocument
import SpecDiagnostics
import SwiftRenderer

@testable import apigen

/// A specification on disk, rendered in memory.
struct RepositorySpec {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let settings: String

    /// Renders on a thread of its own, so that seconds of work do not hold up tests that wait for answers.
    func render() async throws -> [String: String] {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result { try renderHere() }) }
            thread.stackSize = 1 << 23
            thread.start()
        }
    }

    private func renderHere() throws -> [String: String] {
        let read = FileReader(root: Self.root).text
        let diagnostics = Diagnostics(warningsAreErrors: true)
        let settings = Settings(path: settings, reporting: diagnostics, readFile: read)
        let document = Document(path: settings.document, reporting: diagnostics, readFile: read)
        let api = try API(resolving: document, settings: settings, reporting: diagnostics)
        let pages = try DocCRenderer { .init($0, in: api) }.render(api)
        return Dictionary(uniqueKeysWithValues: (try SwiftRenderer().render(api) + pages).map { ($0.path, $0.contents) })
    }
}
