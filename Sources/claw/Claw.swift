import ArgumentParser

/// The command line: the simulator to call, and a tour of the library.
@main
struct Claw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claw",
        abstract: "Tries CoreClaw on this machine, without a key or a network.",
        subcommands: [Demo.self, Simulate.self]
    )
}
