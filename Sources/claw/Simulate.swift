import ArgumentParser
import CoreClawSimulator
import Foundation

/// `claw simulate`: the service on loopback, until it is interrupted.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the simulator on loopback until it is interrupted.",
        discussion: "Prints CORECLAW_BASE_URL and CORECLAW_API_KEY, which clients read from the environment."
    )

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port = 4010

    @Option(help: "A multiple of real time at which runs live.")
    var speed = 1.0

    @Option(
        help: "What the account can spend, USD; 0 lets every start be refused.",
        transform: { text in
            guard text.wholeMatch(of: /[0-9]{1,15}(\.[0-9]{1,15})?/) != nil, let amount = Decimal(string: text) else {
                throw ValidationError("A balance is 0 or more USD with a point before any cents, not \(text).")
            }
            return amount
        }
    )
    var balance = Decimal(100)

    @Option(help: "How many runs may be running at once; 0 lets every start be refused.")
    var planLimit = 10

    @Flag(help: "Answer as the service did before August 2026: row offsets, error messages and page numbers everywhere.")
    var older = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("A port is between 0 and 65535, not \(port).") }
        guard planLimit >= 0 else { throw ValidationError("A plan limit is 0 or more, not \(planLimit).") }
        guard speed >= 0, speed.isFinite else { throw ValidationError("A speed is 0 or more, not \(speed).") }
    }

    func run() async throws {
        var options = older ? SimulatorOptions.older : SimulatorOptions()
        options.port = port
        options.balance = balance
        options.planLimit = planLimit
        // The default first moment lies in the past; who tries the service by hand expects the time of day.
        options.clock = SimulatedClock(startingAt: Date(), speed: speed)
        let simulator = try await Simulator.start(options)
        print("CORECLAW_BASE_URL=\(simulator.baseURL.absoluteString)")
        print("CORECLAW_API_KEY=\(simulator.apiKey)")
        // Whoever reads this through a pipe waits for it.
        fflush(nil)
        await Interruption.wait()
        try await simulator.stop()
    }
}
