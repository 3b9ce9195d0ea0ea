import ArgumentParser

/// Generates a Swift client, its documentation pages and the route table of a server from an OpenAPI document.
@main
struct Apigen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen",
        abstract: "Generates a Swift client and its documentation from an OpenAPI document.",
        subcommands: [Generate.self, Validate.self],
        defaultSubcommand: Generate.self
    )
}
