import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// The code of "Callbacks", run against a simulator; a test compares it with the page.
struct Callbacks {
    @Test func start() async throws {
        try await withSimulator { simulator, coreclaw in
            let input = Input.custom(["keywords": ["coffee"]])
            let started = try await coreclaw.workers.run(
                "coreclaw/google-maps-scraper",
                input: input,
                callbackURL: URL(string: "https://example.com/coreclaw/7c1f0b9e4d")
            )
            #expect(await simulator.requests.last?.body.isEmpty == false)
            #expect(!started.id.rawValue.isEmpty)
        }
    }

    @Test func inbox() async throws {
        try await withSimulator(SimulatorOptions(callbackRepeats: true)) { simulator, coreclaw in
            let taken = Taken()
            let inbox = RunInbox(coreclaw, secret: "7c1f0b9e4d") { await taken.add($0.id) }

            let started = try await coreclaw.workers.run(
                "coreclaw/google-maps-scraper",
                input: .custom(["keywords": ["coffee"]]),
                callbackURL: URL(string: "test://inbox")
            )
            await simulator.clock.advance(by: .seconds(60))
            await simulator.callbacksDelivered()
            for callback in await simulator.callbacks {
                let status = try await inbox.receive(callback.body, secret: "7c1f0b9e4d")
                #expect(status == 204)
            }
            #expect(await simulator.callbacks.count == 4)
            #expect(await taken.ids == [started.id])
            #expect(try await inbox.receive(Data("{}".utf8), secret: "7c1f0b9e4d") == 400)
            #expect(try await inbox.receive(Data("{}".utf8), secret: "guessed") == 404)
        }
    }

    private actor Taken {
        private(set) var ids: [RunID] = []
        func add(_ id: RunID) { ids.append(id) }
    }
}
