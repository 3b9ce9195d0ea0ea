import APIRuntime
import Foundation
import Logging
import Testing

@Suite struct WaiterTests {
    struct WatchParcel: WaitableOperation {
        typealias Output = Parcel
        static let descriptor = OperationDescriptor(
            id: "watchParcel",
            method: .get,
            path: "/parcels/p1",
            idempotency: .safe,
            security: .required
        )
        func encode(into request: inout RequestEncoder) {}
        static let waiter = Waiter<WatchParcel>(
            schedule: [.seconds(2), .seconds(5), .seconds(10)],
            timeout: .seconds(3600),
            state: { $0.state },
            succeeded: ["delivered"],
            failed: ["lost"],
            pending: ["packed", "moving"],
            lingering: ["returning": .seconds(18)]
        )
    }

    /// Answers the states in order; the last repeats.
    private func transport(_ states: String...) -> MemoryTransport {
        MemoryTransport { _, number in .data(#"{"id":\#(number),"state":"\#(states[min(number, states.count) - 1])"}"#) }
    }

    @Test(arguments: ["delivered", "DELIVERED", "lost", "Lost"])
    func returnsTheFinalStateWhateverItIs(final: String) async throws {
        let parcel = try await TestClient.with(transport("packed", "moving", final)).wait(for: WatchParcel())
        #expect(parcel.state == final)
        #expect(parcel.id == 3)
    }

    @Test func pausesByTheScheduleWhoseLastPauseRepeats() async throws {
        let clock = TestClock()
        _ = try await TestClient.with(transport("packed", "packed", "moving", "moving", "moving", "delivered"), clock: clock)
            .wait(for: WatchParcel())
        #expect(clock.pauses == [2, 5, 10, 10, 10].map { .seconds($0) })
    }

    @Test func everyStateIsSeen() async throws {
        var states: [String] = []
        for try await parcel in TestClient.with(transport("packed", "moving", "moving", "delivered")).updates(of: WatchParcel()) {
            states.append(parcel.state)
        }
        #expect(states == ["packed", "moving", "moving", "delivered"])
    }

    @Test func timeIsBoundedAndTheLastStateIsInTheError() async throws {
        let clock = TestClock()
        let transport = transport("packed", "moving")
        let error = await #expect(throws: WaiterTimeoutError<Parcel>.self) {
            try await TestClient.with(transport, clock: clock).wait(for: WatchParcel(), timeout: .seconds(20))
        }
        #expect(error?.last?.state == "moving")
        #expect(error?.lastState == "moving")
        #expect(error?.timeout == .seconds(20))
        #expect(clock.pauses == [2, 5, 10, 3].map { .seconds($0) })
        #expect(transport.requests.count == 5)
    }

    @Test func theLastLookMayStillSucceed() async throws {
        let parcel = try await TestClient.with(transport("packed", "packed", "delivered"))
            .wait(for: WatchParcel(), timeout: .seconds(3))
        #expect(parcel.state == "delivered")
    }

    @Test func aTimeoutOfZeroLooksOnce() async throws {
        #expect(try await TestClient.with(transport("lost")).wait(for: WatchParcel(), timeout: .zero).state == "lost")
        let transport = transport("packed")
        await #expect(throws: WaiterTimeoutError<Parcel>.self) {
            try await TestClient.with(transport).wait(for: WatchParcel(), timeout: .zero)
        }
        #expect(transport.requests.count == 1)
    }

    @Test func aLingeringStateBecomesFinal() async throws {
        let clock = TestClock()
        let parcel = try await TestClient.with(transport("moving", "returning"), clock: clock).wait(for: WatchParcel())
        #expect(parcel.state == "returning")
        #expect(clock.pauses == [2, 5, 10, 3].map { .seconds($0) })
    }

    @Test func aLingeringStateMayStillEnd() async throws {
        let parcel = try await TestClient.with(transport("returning", "Returning", "lost")).wait(for: WatchParcel())
        #expect(parcel.state == "lost")
    }

    @Test func anUnknownStateIsLoggedOnceAndPollingGoesOn() async throws {
        let logs = LogRecorder()
        let client = TestClient.with(transport("floating", "floating", "delivered")) { $0.logger = logs.logger }
        #expect(try await client.wait(for: WatchParcel()).state == "delivered")
        #expect(logs.text.components(separatedBy: "unknown state").count == 2)
    }

    @Test func requiresSuccess() throws {
        #expect(try WatchParcel.waiter.requireSucceeded(Parcel(id: 1, state: "Delivered")).id == 1)
        for state in ["lost", "moving", "returning", "floating"] {
            let error = #expect(throws: UnsuccessfulStateError<Parcel>.self) {
                try WatchParcel.waiter.requireSucceeded(Parcel(id: 1, state: state))
            }
            #expect(error?.state == state)
            #expect(error?.output.state == state)
        }
    }

    @Test(arguments: [(404, 200, APIError.Kind.notFound), (401, 0, .unauthorized), (400, 0, .validation)])
    func aPermanentFailureEndsTheWait(status: Int, code: Int, kind: APIError.Kind) async {
        let transport = MemoryTransport { _, number in
            number == 1 ? .data(#"{"id":1,"state":"moving"}"#) : .json(#"{"code":\#(code)}"#, status: status)
        }
        #expect(await apiError { try await TestClient.with(transport).wait(for: WatchParcel()) }?.kind == kind)
        #expect(transport.requests.count == 2)
    }

    @Test(arguments: [500, 503, 429, 0])
    func temporaryFailuresDoNotEndTheWait(status: Int) async throws {
        // Far more failures than one call retries: the service, or the connection where the status is 0, is away for a while.
        let transport = MemoryTransport { _, number in
            switch number {
            case 1: return .data(#"{"id":1,"state":"moving"}"#)
            case 2...20 where status == 0: throw HTTPTransportError(.connectionRefused, "refused")
            case 2...20: return .json("", status: status)
            default: return .data(#"{"id":2,"state":"delivered"}"#)
            }
        }
        var states: [String] = []
        for try await parcel in TestClient.with(transport).updates(of: WatchParcel()) { states.append(parcel.state) }
        #expect(states == ["moving", "delivered"])
    }

    @Test func theErrorOfAWaitHasTheLastStateAndTheLastFailure() async {
        let transport = MemoryTransport { _, number in
            number == 1 ? .data(#"{"id":1,"state":"moving"}"#) : .json("", status: 503)
        }
        let error = await #expect(throws: WaiterTimeoutError<Parcel>.self) {
            try await TestClient.with(transport).wait(for: WatchParcel(), timeout: .seconds(60))
        }
        #expect(error?.last?.state == "moving")
        #expect(error?.lastFailure?.status == .serviceUnavailable)
        #expect(error?.description.contains("The last state was 'moving'. The last poll failed: watchParcel") == true)
    }

    @Test func pausesByTheIntervalOfTheCall() async throws {
        let clock = TestClock()
        let client = TestClient.with(transport("packed", "moving", "moving", "delivered"), clock: clock)
        _ = try await client.wait(for: WatchParcel(), every: .seconds(1))
        #expect(clock.pauses == [1, 1, 1].map { .seconds($0) })
        for try await _ in TestClient.with(transport("moving", "lost"), clock: clock).updates(of: WatchParcel(), every: .zero) {}
        #expect(clock.pauses.last == .milliseconds(100))
    }

    @Test func withoutALimitAWaitGoesOn() async throws {
        let clock = TestClock()
        let transport = MemoryTransport { _, number in
            .data(#"{"id":\#(number),"state":"\#(number > 1000 ? "delivered" : "moving")"}"#)
        }
        #expect(try await TestClient.with(transport, clock: clock).wait(for: WatchParcel(), timeout: nil).id == 1001)
        #expect(clock.now.offset > .seconds(9000))
    }

    @Test func finalStatesAreKnown() {
        let states = ["delivered", "Lost", "moving", "returning", "floating"]
        #expect(states.map(WatchParcel.waiter.isFinal) == [true, true, false, false, false])
    }

    @Test func cancellingDuringAPauseEndsTheWaiting() async throws {
        let clock = TestClock(skipsPauses: false)
        let transport = transport("moving")
        let task = Task { try await TestClient.with(transport, clock: clock).wait(for: WatchParcel()) }
        try await eventually { transport.requests.count == 1 && clock.sleeping == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.requests.count == 1)
    }
}
