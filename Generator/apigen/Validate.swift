import ArgumentParser

/// `apigen validate`: reads the specification and says what is wrong with it.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Checks the specification and writes nothing.")

    @OptionGroup var input: Input

    func run() throws {
        let api = try input.resolve()
        print("\(api.title) \(api.version): \(api.operations.count) operations, \(api.types.count) types, no errors")
    }
}
