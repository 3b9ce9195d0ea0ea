import Hummingbird
import Testing

@testable import CoreClawSimulator

struct CallbackSenderTests {
    /// On a busy machine the usual timeout may pass before an answer has been read.
    private static let patient = CallbackPost(timeout: .hours(1))

    private static func withSender(repeats: Bool = false, _ body: (CallbackSender) async throws -> Void) async throws {
        let sender = CallbackSender(repeats: repeats, post: patient)
        try await body(sender)
        await sender.stop()
    }

    @Test func aCallbackIsJSONByPost() async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Self.withSender { sender in
                await sender.send(["run_slug": "r", "rows": 9_007_199_254_740_993], to: "\(url)/hook?secret=1", about: "r")
                await sender.outbox.untilIdle()
                let request = try #require(await receiver.requests.first)
                #expect(request.method == "POST")
                #expect(request.path == "/hook")
                #expect(request.queryValue("secret") == "1")
                #expect(request.headers["content-type"] == "application/json")
                let text = #"{"run_slug":"r","rows":9007199254740993}"#
                #expect(await receiver.texts == [text])
                let delivered = await sender.outbox.delivered
                #expect(
                    delivered == [
                        DeliveredCallback(
                            runID: "r",
                            url: "\(url)/hook?secret=1",
                            body: Array(text.utf8),
                            tries: 1,
                            outcome: .answered(status: 200)
                        )
                    ]
                )
                #expect(delivered.first?.isAccepted == true)
            }
        }
    }

    @Test(
        arguments: [
            ([500, 503, 200], 3, 200), ([502, 204], 2, 204), ([500, 500, 500, 200], 3, 500), ([404, 200], 1, 404),
            ([429, 200], 1, 429),
        ] as [([Int], Int, Int)]
    )
    func onlyServerErrorsAreTriedAgain(_ statuses: [Int], _ tries: Int, _ status: Int) async throws {
        try await CallbackReceiver.with(statuses.map { .init(status: .init(code: $0)) }) { receiver, url in
            try await Self.withSender { sender in
                await sender.send(["a": 1], to: url, about: "r")
                await sender.outbox.untilIdle()
                let callback = try #require(await sender.outbox.delivered.first)
                #expect(callback.tries == tries)
                #expect(callback.outcome == .answered(status: status))
                #expect(callback.isAccepted == (status < 300))
                #expect(await receiver.requests.count == tries)
            }
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectsAreNotFollowed(_ status: Int) async throws {
        try await CallbackReceiver.with([.init(status: .init(code: status), headers: [.location: "/other"])]) { receiver, url in
            try await Self.withSender { sender in
                await sender.send(["a": 1], to: url, about: "r")
                await sender.outbox.untilIdle()
                #expect(await sender.outbox.delivered.map(\.outcome) == [.answered(status: status)])
                #expect(await receiver.requests.count == 1)
            }
        }
    }

    @Test func nobodyThereIsTriedThreeTimes() async throws {
        try await Self.withSender { sender in
            // A port that was free a moment ago may be somebody's by now; this one never is.
            await sender.send(["a": 1], to: "http://127.0.0.1:1", about: "r")
            await sender.outbox.untilIdle()
            let callback = try #require(await sender.outbox.delivered.first)
            #expect(callback.tries == 3)
            guard case .failed(let reason) = callback.outcome else {
                Issue.record("answered")
                return
            }
            #expect(reason.lowercased().contains("connect"))
        }
    }

    @Test func silenceIsAFailure() async throws {
        try await CallbackReceiver.with(Array(repeating: .init(isHeld: true), count: 3)) { _, url in
            let sender = CallbackSender(post: CallbackPost(timeout: .milliseconds(500)))
            await sender.send(["a": 1], to: url, about: "r")
            await sender.outbox.untilIdle()
            let callback = try #require(await sender.outbox.delivered.first)
            #expect(callback.tries == 3)
            #expect(callback.outcome == .failed(reason: "HTTPClientError.deadlineExceeded"))
            await sender.stop()
        }
    }

    @Test(arguments: [("127.9.8.7", true), ("example.com", false)])
    func othersAreSentNothingUnlessAsked(host: String, isLocal: Bool) {
        #expect(CallbackRule.loopback.allows(host: host) == isLocal)
        #expect(CallbackRule.anywhere.allows(host: host))
    }

    @Test func aCallbackToAnotherHostIsRecordedAsNotSent() async throws {
        try await Self.withSender { sender in
            await sender.send(["a": 1], to: "https://example.com/hook", about: "r")
            await sender.outbox.untilIdle()
            let delivered = await sender.outbox.delivered
            #expect(delivered.map(\.tries) == [0])
            #expect(delivered.map(\.outcome) == [.failed(reason: "callbacks are sent to this machine alone")])
        }
    }

    @Test(arguments: ["", "ftp://example.com/", "http://127.0.0.1:0/", "http://127.0.0.1:99999/?secret"])
    func otherAddressesGetNothing(_ url: String) async throws {
        try await Self.withSender { sender in
            await sender.send(["a": 1], to: url, about: "r")
            await sender.outbox.untilIdle()
            let delivered = await sender.outbox.delivered
            #expect(delivered.map(\.outcome) == [.failed(reason: "the URL is not an http or https address")])
            #expect(delivered.map(\.tries) == [0])
        }
    }

    @Test func aSimulatorSendsNothingToItself() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), callbacks: .anywhere)) { simulator in
            let port = try #require(simulator.baseURL.port)
            let urls = ["http://localhost:\(port)/__simulator/reset", "http://[::1]:\(port)/", simulator.downloadServer.baseURL]
            for url in urls { await simulator.callbackSender.send(["a": 1], to: url, about: "r") }
            await simulator.callbacksDelivered()
            #expect(
                await simulator.callbacks.map(\.outcome)
                    == urls.map { _ in .failed(reason: "the simulator sends nothing to itself") }
            )
        }
    }

    @Test func anotherLifeSeesNothingOfTheOneBefore() async throws {
        try await CallbackReceiver.with([.init(isHeld: true), .init(status: .accepted)]) { receiver, url in
            try await Self.withSender(repeats: true) { sender in
                await sender.send(["old": 1], to: url, about: "r")
                await sender.send(["old": 2], to: url, about: "r")
                await receiver.received(1)
                await sender.outbox.startAnew()
                await receiver.release()
                await sender.outbox.untilIdle()
                await sender.send(["new": 1], to: url, about: "r")
                await sender.outbox.untilIdle()
                #expect(await receiver.texts == [#"{"old":1}"#, #"{"new":1}"#, #"{"new":1}"#])
                #expect(await sender.outbox.delivered.map(\.text) == [#"{"new":1}"#, #"{"new":1}"#])
                #expect(await sender.outbox.delivered.first?.outcome == .answered(status: 202))
            }
        }
    }

    @Test func thoseOfARunKeepTheirOrderAndRunsDoNotWaitForEachOther() async throws {
        let slow = Array(repeating: CallbackReceiver.Answer(isHeld: true), count: 6)
        try await CallbackReceiver.with(slow) { receiver, url in
            try await Self.withSender { sender in
                for number in 0..<3 {
                    await sender.send(["a": .integer(Int64(number))], to: url, about: "a")
                    await sender.send(["b": .integer(Int64(number))], to: url, about: "b")
                }
                await receiver.received(2)
                await receiver.release()
                await sender.outbox.untilIdle()
                let texts = await receiver.texts
                #expect(texts.filter { $0.contains("a") } == [#"{"a":0}"#, #"{"a":1}"#, #"{"a":2}"#])
                #expect(texts.filter { $0.contains("b") } == [#"{"b":0}"#, #"{"b":1}"#, #"{"b":2}"#])
                #expect(await receiver.mostAtOnce == 2)
                await sender.send(["a": 3], to: url, about: "a")
                await sender.outbox.untilIdle()
                #expect(await receiver.texts.last == #"{"a":3}"#)
            }
        }
    }

    @Test func aRepeatedCallbackArrivesTwice() async throws {
        try await CallbackReceiver.with { receiver, url in
            try await Self.withSender(repeats: true) { sender in
                await sender.send(["a": 1], to: url, about: "r")
                await sender.send(["a": 2], to: url, about: "r")
                await sender.outbox.untilIdle()
                #expect(await receiver.texts == [#"{"a":1}"#, #"{"a":1}"#, #"{"a":2}"#, #"{"a":2}"#])
                #expect(await sender.outbox.delivered.count == 4)
            }
        }
    }

    @Test func nothingIsSentAfterTheEnd() async throws {
        try await CallbackReceiver.with([.init(isHeld: true)]) { receiver, url in
            let sender = CallbackSender(post: Self.patient)
            await sender.send(["a": 1], to: url, about: "r")
            await sender.send(["a": 2], to: url, about: "r")
            await receiver.received(1)
            let waiter = Task { await sender.outbox.untilIdle() }
            // Both return although the answer is never given.
            await sender.stop()
            await waiter.value
            await sender.send(["a": 3], to: url, about: "r")
            await sender.outbox.untilIdle()
            await receiver.release()
            #expect(await receiver.requests.count == 1)
            await sender.stop()
        }
    }

    @Test func aSenderThatIsLetGoOfStops() async throws {
        try await CallbackReceiver.with([.init(isHeld: true)]) { receiver, url in
            var sender: CallbackSender? = CallbackSender(post: Self.patient)
            let outbox = sender?.outbox
            weak let remains = sender
            await sender?.send(["a": 1], to: url, about: "r")
            await sender?.send(["a": 2], to: url, about: "r")
            await receiver.received(1)
            sender = nil
            #expect(remains == nil)
            await receiver.release()
            while await outbox?.delivered.isEmpty == true { await Task.yield() }
            guard case .failed = await outbox?.delivered.first?.outcome else {
                Issue.record("the delivery was not broken off")
                return
            }
            #expect(await receiver.requests.count == 1)
        }
    }

    @Test func aSimulatorTellsWhatItDelivered() async throws {
        try await CallbackReceiver.with { receiver, url in
            let simulator = try await Simulator.start(SimulatorOptions(clock: .manual(), callbackRepeats: true))
            await simulator.callbackSender.send(["a": 1], to: url, about: SeededRuns.finished)
            await simulator.callbacksDelivered()
            #expect(await simulator.callbacks.map(\.runID) == [SeededRuns.finished, SeededRuns.finished])
            #expect(await simulator.callbacks.map(\.text) == [#"{"a":1}"#, #"{"a":1}"#])
            await simulator.clearCallbacks()
            #expect(await simulator.callbacks.isEmpty)
            try await simulator.stop()
            await simulator.callbackSender.send(["a": 2], to: url, about: SeededRuns.finished)
            await simulator.callbacksDelivered()
            #expect(await receiver.requests.count == 2)
        }
    }
}
