import Testing

@testable import CoreClawSimulator

struct ResetTests {
    /// What a simulator shows to somebody who has just come.
    private static func view(_ simulator: Simulator) async throws -> [JSON?] {
        var view: [JSON?] = []
        for path in [
            "/api/v2/worker-runs?limit=100", "/api/v2/worker-tasks", "/api/v2/run-queue/items", "/api/v2/users/account",
            "/api/v2/store",
        ] {
            view.append(try await simulator.ask("GET", path).data)
        }
        return view
    }

    private static func change(_ simulator: Simulator) async throws -> String {
        let id = try await simulator.start()
        _ = try await simulator.ask("POST", "/api/v2/worker-runs/last/abort")
        _ = try await simulator.ask("DELETE", "/api/v2/worker-tasks/demo-task")
        _ = try await simulator.ask("POST", "/api/v2/run-queue/items/123456/release", [:])
        try await simulator.add(worker: SimulatedWorker("acme~more", json: "[]"))
        try await simulator.setBalance(1)
        return id
    }

    @Test(arguments: [true, false])
    func everythingIsAsAtFirst(_ isOverHTTP: Bool) async throws {
        try await Simulator.with(.still) { simulator in
            let before = try await Self.view(simulator)
            let first = try await Self.change(simulator)
            try await simulator.fail(operation: "getWorker", with: .garbage)
            #expect(try await Self.view(simulator) != before)
            if isOverHTTP {
                let request = SimulatedRequest(
                    method: "POST",
                    path: "/__simulator/reset",
                    headers: ["Content-Type": "application/json"]
                )
                #expect(try await Transport.socket.send(request, to: simulator).status == 204)
            } else {
                await simulator.reset()
            }
            #expect(await simulator.requests.isEmpty)
            let after = try await Self.view(simulator)
            #expect(after == before)
            #expect(try await Self.change(simulator) == first)
            #expect(try await simulator.ask("GET", "/api/v2/workers/demo-worker").code == 0)
        }
    }

    @Test func callbacksOfBeforeNeverCome() async throws {
        try await CallbackReceiver.with(Array(repeating: .init(isHeld: true), count: 3)) { receiver, url in
            try await Simulator.with(.still) { simulator in
                let body: JSON = ["input": .nested(["keyword": "a"]), "callback_url": .string(url)]
                for _ in 0..<3 { _ = try await simulator.ask("POST", "/api/v2/workers/demo-worker/runs", body) }
                await simulator.clock.advance(by: .seconds(3))
                await receiver.received(3)
                await simulator.reset()
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                await receiver.release()
                #expect(await simulator.callbacks.isEmpty)
                #expect(await receiver.requests.count == 3)
                let id = try await simulator.ask("POST", "/api/v2/workers/demo-worker/runs", body).data?["run_slug"]?.string
                await simulator.clock.advance(by: .seconds(60))
                await simulator.callbacksDelivered()
                #expect(await simulator.callbacks.map(\.runID) == [id, id])
            }
        }
    }

    @Test func linksOfBeforeLeadNowhere() async throws {
        try await Simulator.with(.still) { simulator in
            let old = await simulator.downloadServer.link(to: ExportSample.file(.csv), named: "a")
            await simulator.reset()
            let new = await simulator.downloadServer.link(to: ExportSample.file(.csv), named: "a")
            let answers = try await (DownloadClient.fetch(old), DownloadClient.fetch(new))
            #expect(answers.0.status == 404)
            #expect(answers.1.status == 200)
        }
    }

    @Test func theTimesLieAroundTheMoment() async throws {
        try await Simulator.with(.still) { simulator in
            await simulator.clock.advance(by: .seconds(1_000_000))
            await simulator.reset()
            let before = try await simulator.status(of: SeededRuns.moving)
            await simulator.clock.advance(by: .seconds(40))
            let after = try await simulator.status(of: SeededRuns.moving)
            #expect([before, after] == ["ready", "succeeded"])
            #expect(await simulator.balance.amount == "99.9783")
        }
    }
}
