import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct CallTests {
    private typealias Reply = MemoryTransport.Reply

    private func failing(_ error: HTTPTransportError, times: Int) -> MemoryTransport {
        MemoryTransport { _, number in
            if number <= times { throw error }
            return .data(#"{"id":1}"#)
        }
    }

    @Test func answersWithEverythingAroundThePayload() async throws {
        let transport = MemoryTransport(.data(#"{"id":1}"#, headers: [.server: "x"]))
        let response = try await TestClient.with(transport).response(to: GetParcel())
        #expect(response.output.id == 1)
        #expect(response.status == .ok)
        #expect(response.headers[.server] == "x")
        #expect(response.requestID == "req-1")
        #expect(response.attempts == 1)
        #expect(String(decoding: response.body, as: UTF8.self).hasPrefix(#"{"code":0"#))
        #expect(transport.requests[0].headerFields[.userAgent] == "parcels-swift/1.0")
    }

    @Test func addsHeaders() async throws {
        let transport = MemoryTransport(.data(#"{"id":1}"#))
        let name = try #require(HTTPField.Name("X-Team"))
        _ = try await TestClient.with(transport) { $0.additionalHeaders = [name: "blue", .userAgent: "mine"] }.send(GetParcel())
        #expect(transport.requests[0].headerFields[name] == "blue")
        #expect(transport.requests[0].headerFields[.userAgent] == "mine")
    }

    @Test func readsAreSentAgain() async throws {
        let transport = MemoryTransport(.json("", status: 500), .json("<html>", status: 502), .data(#"{"id":1}"#))
        let clock = TestClock()
        let response = try await TestClient.with(transport, clock: clock) { $0.randomness = { .max } }.response(to: GetParcel())
        #expect(response.attempts == 3)
        #expect(clock.pauses.map { $0 / .seconds(1) }.map { ($0 * 10).rounded() / 10 } == [0.5, 1.0])
    }

    @Test func givesUpAfterTheLastAttempt() async {
        let transport = MemoryTransport(.json(#"{"code":400,"message":"broken"}"#, status: 500))
        let error = await apiError { try await TestClient.with(transport).send(GetParcel()) }
        #expect(error?.attempts == 4)
        #expect(error?.kind == .server)
        #expect(transport.requests.count == 4)
    }

    @Test(arguments: HTTPTransportError.Reason.allCases)
    func unsafeOperationsAreSentAgainOnlyIfCertainlyNotSent(reason: HTTPTransportError.Reason) async {
        let transport = failing(HTTPTransportError(reason, "failed"), times: 1)
        let result = try? await TestClient.with(transport).send(SendParcel())
        let isRepeated = ![.interrupted, .corrupt, .bodyTooLarge].contains(reason)
        #expect(transport.requests.count == (isRepeated ? 2 : 1))
        #expect((result != nil) == isRepeated)
    }

    @Test func unsafeOperationsAreSentAgainWhereTheCatalogueSaysSo() async throws {
        let transport = MemoryTransport(.json(#"{"code":100}"#, status: 429), .data(#"{"id":1}"#))
        #expect(try await TestClient.with(transport).response(to: SendParcel()).attempts == 2)
        #expect(transport.bodies.map { $0.map { String(decoding: $0, as: UTF8.self) } } == [#"{"id":1}"#, #"{"id":1}"#])
    }

    @Test(arguments: [500, 503, 429])
    func unsafeOperationsAreNotSentAgainOtherwise(status: Int) async {
        let transport = MemoryTransport(.json("", status: status))
        let error = await apiError { try await TestClient.with(transport).send(SendParcel()) }
        #expect(error?.attempts == 1)
        #expect(transport.requests.count == 1)
    }

    @Test func capacityIsWaitedForBeyondTheNumberOfAttempts() async throws {
        let transport = MemoryTransport { _, number in
            number <= 9 ? .json(#"{"code":300}"#, status: 429) : .data(#"{"id":1}"#)
        }
        #expect(await apiError { try await TestClient.with(transport).send(SendParcel()) }?.kind == .capacity)
        #expect(transport.requests.count == 1)
        let response = try await TestClient.with(transport) { $0.waitForCapacity = true }.response(to: SendParcel())
        #expect(response.attempts == 9)
    }

    @Test func capacityIsNotWaitedForLongerThanTheTotalTimeout() async {
        let transport = MemoryTransport(.json(#"{"code":300}"#, status: 429))
        let clock = TestClock()
        let client = TestClient.with(transport, clock: clock) {
            $0.waitForCapacity = true
            $0.totalTimeout = .seconds(40)
            $0.randomness = { .max }
        }
        #expect(await apiError { try await client.send(SendParcel()) }?.kind == .capacity)
        #expect(clock.now.offset <= .seconds(40))
        // After pauses of 0.5, 1, 2 and 4 seconds, and then of 5.
        #expect(transport.requests.count == 1 + 4 + 6)
    }

    @Test(arguments: [("0", 5, 100), (nil, 700, 700), ("2", 5, 2000)] as [(String?, Int, Int)])
    func waitingForCapacityPausesEveryTime(retryAfter: String?, base: Int, milliseconds: Int) async throws {
        var headers = HTTPFields()
        headers[.retryAfter] = retryAfter
        let transport = MemoryTransport(.json(#"{"code":300}"#, status: 429, headers: headers), .data(#"{"id":1}"#))
        let clock = TestClock()
        let client = TestClient.with(transport, clock: clock) {
            $0.waitForCapacity = true
            $0.retryPolicy.baseDelay = .milliseconds(base)
            $0.randomness = { 0 }
        }
        _ = try await client.send(SendParcel())
        #expect(clock.pauses == [.milliseconds(milliseconds)])
    }

    @Test func pausesAsLongAsTheServiceAsks() async throws {
        let transport = MemoryTransport(.json("", status: 503, headers: [.retryAfter: "3"]), .data(#"{"id":1}"#))
        let clock = TestClock()
        _ = try await TestClient.with(transport, clock: clock) { $0.randomness = { 0 } }.send(GetParcel())
        #expect(clock.pauses == [.seconds(3)])
    }

    @Test func doesNotPauseBeyondTheTotalTimeout() async {
        let transport = MemoryTransport(.json("", status: 503, headers: [.retryAfter: "20"]))
        let clock = TestClock()
        let client = TestClient.with(transport, clock: clock) { $0.totalTimeout = .seconds(10) }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.kind == .server)
        #expect(error?.retryAfter == .seconds(20))
        #expect(clock.pauses.isEmpty)
    }

    @Test func anAttemptIsBoundedInTime() async throws {
        let clock = TestClock(skipsPauses: false)
        let transport = MemoryTransport { _, _ in
            try await Task.sleep(for: .seconds(60))
            return .data("{}")
        }
        let client = TestClient.with(transport, clock: clock) { $0.attemptTimeout = .seconds(2) }
        async let error = apiError { try await client.send(SendParcel()) }
        try await eventually { clock.sleeping == 1 }
        clock.advance(by: .seconds(2))
        #expect(await error?.kind == .timeout)
        #expect(transport.requests.count == 1)
    }

    @Test func aSilentBodyIsBoundedInTime() async throws {
        let clock = TestClock(skipsPauses: false)
        let transport = MemoryTransport { _, _ in
            let body = HTTPBodyStream {
                var isFirst = true
                return {
                    if !isFirst { try await clock.sleep(until: clock.now.advanced(by: .seconds(60)), tolerance: nil) }
                    isFirst = false
                    return [0x7B]
                }
            }
            return Reply(body: body)
        }
        let client = TestClient.with(transport, clock: clock) {
            $0.idleTimeout = .seconds(3)
            $0.retryPolicy = .none
        }
        async let error = apiError { try await client.send(GetParcel()) }
        try await eventually { clock.sleeping == 2 }
        clock.advance(by: .seconds(3))
        let result = await error
        #expect(result?.kind == .timeout)
        #expect(result?.message == "The answer stopped in its middle")
    }

    @Test func aSlowHeadIsNoSilence() async throws {
        let clock = TestClock(skipsPauses: false)
        let transport = MemoryTransport { _, _ in
            try await clock.sleep(until: clock.now.advanced(by: .seconds(50)), tolerance: nil)
            return .data(#"{"id":1}"#)
        }
        let client = TestClient.with(transport, clock: clock) { $0.idleTimeout = .seconds(3) }
        async let parcel = client.send(GetParcel())
        for _ in 0..<50 {
            try await eventually { clock.sleeping == 2 }
            clock.advance(by: .seconds(1))
            if clock.now.offset == .seconds(50) { break }
        }
        #expect(try await parcel.id == 1)
    }

    @Test(arguments: [9, 10])
    func bodiesAreBoundedInSize(limit: Int) async {
        let transport = MemoryTransport(.json("12345", status: 200))
        let twice = MemoryTransport { _, _ in
            Reply(
                body: HTTPBodyStream {
                    var left = 2
                    return {
                        left -= 1
                        return left >= 0 ? Array("     ".utf8) : nil
                    }
                }
            )
        }
        #expect(
            await apiError { try await TestClient.with(transport) { $0.maximumBodySize = 4 }.send(GetParcel()) }?.kind
                == .bodyTooLarge
        )
        let error = await apiError { try await TestClient.with(twice) { $0.maximumBodySize = limit }.send(GetParcel()) }
        #expect(error?.kind == (limit == 9 ? .bodyTooLarge : .unexpectedAnswer))
        #expect(twice.requests.count == 1)
    }

    @Test func cancellingWhileWaitingForAnAnswerEndsTheCall() async throws {
        let transport = MemoryTransport { _, _ in
            try await Task.sleep(for: .seconds(60))
            return .data("{}")
        }
        let client = TestClient.with(transport)
        let task = Task { try await client.send(GetParcel()) }
        try await eventually { transport.requests.count == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.requests.count == 1)
    }

    @Test func cancellingWhileReadingTheBodyEndsTheCall() async throws {
        let transport = MemoryTransport { _, _ in
            Reply(
                body: HTTPBodyStream {
                    {
                        try await Task.sleep(for: .seconds(60))
                        return nil
                    }
                }
            )
        }
        let client = TestClient.with(transport)
        let task = Task { try await client.send(GetParcel()) }
        try await eventually { transport.requests.count == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func cancellingDuringAPauseEndsTheCall() async throws {
        let clock = TestClock(skipsPauses: false)
        let transport = MemoryTransport(.json("", status: 503, headers: [.retryAfter: "20"]))
        let client = TestClient.with(transport, clock: clock)
        let task = Task { try await client.send(GetParcel()) }
        try await eventually { transport.requests.count == 1 && clock.sleeping == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.requests.count == 1)
    }

    @Test func aRefusedParameterIsFoundBeforeSending() async {
        let transport = MemoryTransport(.data("{}"))
        let error = await apiError { try await TestClient.with(transport).send(GetParcel(id: "last")) }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message == "'parcelId' is 'last', which is reserved")
        #expect(error?.isCertainlyNotSent == true)
        #expect(transport.requests.isEmpty)
    }

    @Test func operationsWithoutAResultAcceptAnEmptyBody() async throws {
        try await TestClient.with(MemoryTransport(.json("", status: 204))).send(DeleteParcel())
        try await TestClient.with(MemoryTransport(.json(#"{"code":0,"data":null}"#))).send(DeleteParcel())
    }

    @Test func aReadThatFindsNothingTheSecondTimeIsAnError() async {
        let transport = MemoryTransport(.json("", status: 500), .json("", status: 404))
        #expect(await apiError { try await TestClient.with(transport).send(GetParcel()) }?.kind == .notFound)
    }

    @Test func absurdTimeoutsDoNotTrap() async throws {
        let client = TestClient.with(MemoryTransport(.data(#"{"id":1}"#))) {
            $0.clock = ContinuousClock()
            $0.attemptTimeout = .seconds(Int64.max)
            $0.totalTimeout = .seconds(Int64.max)
            $0.idleTimeout = .seconds(Int64.max)
            $0.connectTimeout = .seconds(Int64.max)
        }
        #expect(try await client.send(GetParcel()).id == 1)
        let none = client.with { $0.totalTimeout = .seconds(Int64.min) }
        #expect(await apiError { try await none.send(GetParcel()) }?.kind == .timeout)
    }
}
