import ArgumentParser

/// The command line of the library.
@main
struct Claw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claw",
        abstract: "Try CoreClaw on this machine, without an API key or a network.",
        subcommands: [Demo.self, Simulate.self]
    )
}
