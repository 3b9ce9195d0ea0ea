import APIModel
import ArgumentParser
import DocCRenderer
import Foundation
import SwiftRenderer

/// `apigen generate`: from the specification to files.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes the generated files that are not current. The default.")

    @OptionGroup var input: Input

    @Flag(help: "Write nothing; fail if a file is not current.")
    var check = false

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let api = try input.resolve()
        let files =
            try SwiftRenderer().render(api)
            + DocCRenderer { .init($0, in: api) }.render(api)
        let settings = api.settings
        let folders = [settings.clientFolder, settings.routesFolder, settings.pagesFolder, settings.examplesFolder].compactMap(
            \.self
        )
        let tree = GeneratedTree(files, folders: folders)
        let root = URL(filePath: input.root, directoryHint: .isDirectory)
        let changes = try check ? tree.changes(in: root) : tree.write(to: root)
        let milliseconds = Int((clock.now - start) / .milliseconds(1))
        print(
            """
            \(api.operations.count) operations, \(api.types.count) types, \(files.count) files: \
            \(changes.written.count) \(check ? "to write" : "written"), \(changes.unchanged) unchanged, \
            \(changes.removed.count) \(check ? "to remove" : "removed"), \(milliseconds) ms
            """
        )
        guard check, !changes.isEmpty else { return }
        let lines = changes.written.map { "  not current: \($0)" } + changes.removed.map { "  stale: \($0)" }
        for line in lines.prefix(20) { print(line) }
        if lines.count > 20 { print("  and \(lines.count - 20) more") }
        print("Run 'swift run apigen' and commit what it writes.")
        throw ExitCode.failure
    }
}
