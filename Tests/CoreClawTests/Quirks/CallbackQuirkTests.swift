import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// What callbacks look like, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct CallbackQuirkTests {
    /// Where nobody wants callbacks, with a secret in the path.
    private static func receiver(_ simulator: Simulator) -> URL { simulator.baseURL.appending(path: "callbacks/a-secret") }

    @Test("Q48: the run is named by one member alone")
    func runSlug() throws {
        let callback = try RunCallback(json: #"{"run_slug":"r","run_id":17860011962322148,"run_status":"failed"}"#)
        #expect(callback.id == "r")
        #expect(callback.unknownMembers["run_id"] == 17_860_011_962_322_148)
        #expect(throws: JSONError.self) { try RunCallback(json: #"{"run_id":17860011962322148,"run_status":"failed"}"#) }
    }

    @Test("Q49: each callback is read, whatever the state and however often it comes")
    func states() async throws {
        try await withSimulator(SimulatorOptions(callbackRepeats: true)) { simulator, coreclaw in
            let start = try await coreclaw.workers.run(
                "owner~demo-worker",
                input: .custom(["keyword": "a"]),
                callbackURL: Self.receiver(simulator)
            )
            for _ in 0..<12 { await simulator.clock.advance(by: .seconds(10)) }
            await simulator.callbacksDelivered()
            let delivered = await simulator.callbacks
            let callbacks = try delivered.map { try RunCallback(json: $0.body) }
            #expect(callbacks.allSatisfy { $0.id == start.id })
            #expect(Set(callbacks.map(\.status)).isSuperset(of: [.running, .succeeded]))
            #expect(callbacks.count { $0.status == .succeeded } == 2)
            let final = try #require(callbacks.last { $0.status == .succeeded })
            #expect(final.startedAt != nil)
            #expect(final.finishedAt != nil)
            #expect(delivered.allSatisfy { $0.url.hasSuffix("/callbacks/a-secret") })
        }
    }

    @available(*, deprecated)
    @Test("Q50: callbacks of the first version have a type of their own")
    func firstVersion() async throws {
        try await withSimulator { simulator, coreclaw in
            let url = Self.receiver(simulator)
            let start = try await coreclaw.v1.rerun(id: RunID(SeededRuns.finished), callbackURL: url)
            for _ in 0..<12 { await simulator.clock.advance(by: .seconds(10)) }
            await simulator.callbacksDelivered()
            let callbacks = try await simulator.callbacks.map { try V1RunCallback(json: $0.body) }
            #expect(callbacks.allSatisfy { $0.id == start.id })
            #expect(callbacks.last?.status == .succeeded)
            #expect(callbacks.last?.cost != nil)
            for callback in await simulator.callbacks {
                #expect(throws: JSONError.self) { try RunCallback(json: callback.body) }
            }
        }
    }

    @Test("Q50: a state of the first version is a number, and a new one is kept")
    func numbers() throws {
        #expect(try V1RunCallback(json: #"{"run_slug":"r","status":5}"#).status == .aborted)
        #expect(try V1RunCallback(json: #"{"run_slug":"r","status":9}"#).status == V1RunStatus(rawValue: 9))
    }
}
