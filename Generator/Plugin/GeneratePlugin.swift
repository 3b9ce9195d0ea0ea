import Foundation
import PackagePlugin

/// `swift package generate`: runs the generator in the package.
@main
struct GeneratePlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let process = Process()
        process.executableURL = try context.tool(named: "apigen").url
        process.arguments = ["generate", "--root", context.package.directoryURL.path] + arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw GenerationError(status: process.terminationStatus)
        }
    }
}

/// The generator has said what is wrong.
struct GenerationError: Error, CustomStringConvertible {
    let status: Int32

    var description: String { "apigen ended with status \(status)" }
}
