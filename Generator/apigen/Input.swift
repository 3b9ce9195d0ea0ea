import APIModel
import ArgumentParser
import Foundation
import OpenAPIDocument
import SpecDiagnostics

/// Where the specification is, and how it is read: common to every verb.
struct Input: ParsableArguments {
    @Option(help: "The settings file, relative to the root.")
    var settings = "Spec/apigen.yaml"

    @Option(help: "The folder that paths are relative to.")
    var root = "."

    @Flag(help: "Count warnings as errors.")
    var strict = false

    /// Reads and resolves the API; prints what there is to say about it.
    func resolve() throws -> API {
        let reader = FileReader(root: URL(filePath: root, directoryHint: .isDirectory))
        var sources: [String: String] = [:]
        let read = { (path: String) throws -> String in
            let text = try reader.text(at: path)
            sources[path] = text
            return text
        }
        let reading = Diagnostics(warningsAreErrors: strict)
        let settings = Settings(path: self.settings, reporting: reading, readFile: read)
        if reading.hasErrors {
            report(reading, sources)
            throw ExitCode.failure
        }
        let diagnostics = Diagnostics(warningsAreErrors: strict || settings.isStrict)
        let document = Document(path: settings.document, reporting: diagnostics, readFile: read)
        do {
            let api = try API(resolving: document, settings: settings, reporting: diagnostics)
            report(diagnostics, sources)
            return api
        } catch is SpecificationError {
            report(diagnostics, sources)
            throw ExitCode.failure
        }
    }

    private func report(_ diagnostics: Diagnostics, _ sources: [String: String]) {
        let text = DiagnosticPrinter(sources: sources).text(for: diagnostics.all)
        FileHandle.standardError.write(Data(text.utf8))
    }
}

/// Reads files below a folder.
struct FileReader {
    let root: URL

    func text(at path: String) throws -> String {
        let url = path.hasPrefix("/") ? URL(filePath: path) : root.appending(path: path)
        guard let data = FileManager.default.contents(atPath: url.path) else { throw FileReadError.missing }
        guard let text = String(validating: data, as: UTF8.self) else { throw FileReadError.notText }
        return text
    }
}

/// Why a file cannot be read.
enum FileReadError: Error, CustomStringConvertible {
    case missing, notText

    var description: String {
        switch self {
        case .missing: "there is no such file"
        case .notText: "it is not UTF-8 text"
        }
    }
}
