import ArgumentParser
import CoreClawSimulator
import Foundation

/// `claw simulate`: serves the simulator on loopback until it is interrupted.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the simulator on loopback until interrupted.",
        discussion: "Prints the environment variables CORECLAW_BASE_URL and CORECLAW_API_KEY, which clients read."
    )

    @Option(help: "Port on 127.0.0.1. Use 0 for a free port.")
    var port = 4010

    @Option(help: "Speed of the simulator's clock, as a multiple of real time. Use 0 to stop it.")
    var speed = 1.0

    @Option(
        help: "Balance of the account, in USD. With 0, every start is rejected.",
        transform: { text in
            guard text.wholeMatch(of: /[0-9]{1,15}(\.[0-9]{1,15})?/) != nil, let amount = Decimal(string: text) else {
                throw ValidationError("--balance must be 0 or more USD, such as 12.50, not \(text).")
            }
            return amount
        }
    )
    var balance = Decimal(100)

    @Option(help: "Maximum number of concurrent runs. With 0, every start is rejected.")
    var planLimit = 10

    @Flag(help: "Behave as the service did before August 2026: row offsets, error messages and page numbers everywhere.")
    var older = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535, not \(port).") }
        guard planLimit >= 0 else { throw ValidationError("--plan-limit must be 0 or more, not \(planLimit).") }
        guard speed >= 0, speed.isFinite else { throw ValidationError("--speed must be 0 or more, not \(speed).") }
    }

    func run() async throws {
        var options = older ? SimulatorOptions.older : SimulatorOptions()
        options.port = port
        options.balance = balance
        options.planLimit = planLimit
        // The default start time is in the past. Interactive use needs the current time.
        options.clock = SimulatedClock(startingAt: Date(), speed: speed)
        let simulator = try await Simulator.start(options)
        print("CORECLAW_BASE_URL=\(simulator.baseURL.absoluteString)")
        print("CORECLAW_API_KEY=\(simulator.apiKey)")
        // A program that reads this through a pipe waits for it.
        fflush(nil)
        await Interruption.wait()
        try await simulator.stop()
    }
}
