import HTTPTypes
import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

@Suite struct TokenProviderTests {
    private struct Failure: Error {}

    /// A provider that returns `token-1`, `token-2` and so on.
    private final class Tokens: Sendable {
        private let calls = NIOLockedValueBox(0)
        let failures: Set<Int>

        init(failing failures: Set<Int> = []) { self.failures = failures }

        var count: Int { calls.withLockedValue { $0 } }

        func next() throws -> String {
            let number = calls.withLockedValue { calls in
                calls += 1
                return calls
            }
            if failures.contains(number) { throw Failure() }
            return "token-\(number)"
        }
    }

    /// A service that accepts one token only.
    private func service(accepting token: String) -> MemoryTransport {
        MemoryTransport { request, _ in
            request.headerFields[.authorization] == "Bearer \(token)"
                ? .data(#"{"id":1}"#) : .json(#"{"code":401,"message":"expired"}"#, status: 401)
        }
    }

    @Test func aTokenIsKept() async throws {
        let tokens = Tokens()
        let transport = MemoryTransport(.json("", status: 503), .data(#"{"id":1}"#))
        let client = TestClient.with(transport) { $0.credential = .provider { try tokens.next() } }
        _ = try await client.send(GetParcel())
        _ = try await client.with { $0.attemptTimeout = .seconds(1) }.send(SendParcel())
        #expect(tokens.count == 1)
        #expect(Set(transport.requests.map { $0.headerFields[.authorization] }) == ["Bearer token-1"])
    }

    @Test func aRejectedTokenIsRenewedOnceForEveryKindOfOperation() async throws {
        for isUnsafe in [false, true] {
            let tokens = Tokens()
            let transport = service(accepting: "token-2")
            let clock = TestClock()
            let client = TestClient.with(transport, clock: clock) {
                $0.credential = .provider { try tokens.next() }
                $0.retryPolicy = .none
                $0.retryBudget = RetryBudget(capacity: 0)
            }
            let attempts =
                isUnsafe
                ? try await client.response(to: SendParcel()).attempts : try await client.response(to: GetParcel()).attempts
            #expect(attempts == 2)
            #expect(tokens.count == 2)
            #expect(clock.pauses.isEmpty)
            _ = try await client.send(SendParcel())
            #expect(transport.requests.count == 3)
        }
    }

    @Test func aSecondRejectionIsTheError() async {
        let tokens = Tokens()
        let transport = service(accepting: "none")
        let client = TestClient.with(transport) { $0.credential = .provider { try tokens.next() } }
        let error = await apiError { try await client.send(SendParcel()) }
        #expect(error?.kind == .unauthorized)
        #expect(error?.attempts == 2)
        #expect(error?.mayHaveTakenEffect == false)
        #expect(transport.requests.count == 2)
        #expect(tokens.count == 2)
    }

    @Test func otherCredentialsAreNotRenewed() async {
        let transport = service(accepting: "none")
        #expect(await apiError { try await TestClient.with(transport).send(GetParcel()) }?.attempts == 1)
    }

    @Test func manyCallersShareOneRequestToTheProvider() async throws {
        let tokens = Tokens()
        let transport = service(accepting: "token-2")
        let client = TestClient.with(transport) {
            $0.credential = .provider {
                await Task.yield()
                return try tokens.next()
            }
        }
        try await withThrowingTaskGroup(of: Parcel.self) { group in
            for _ in 1...50 { group.addTask { try await client.send(GetParcel()) } }
            try await group.waitForAll()
        }
        #expect(tokens.count == 2)
    }

    @Test func aFailureReachesAllWhoWaitAndTheNextCallAsksAgain() async throws {
        let tokens = Tokens(failing: [1])
        let gate = FairQueue()
        let first = gate.join(limit: 1)
        let provider = TokenProvider {
            let place = gate.join(limit: 1)
            defer { place.leave() }
            try await place.wait()
            return try tokens.next()
        }
        let waiting = (1...3).map { _ in Task { try await provider.current() } }
        try await waitUntil { await provider.waiting == 3 }
        first.leave()
        for task in waiting { await #expect(throws: Failure.self) { try await task.value } }
        #expect(try await provider.current().text == "token-2")
        #expect(tokens.count == 2)
    }

    @Test func aCancelledCallerLeavesTheRequestToTheOthers() async throws {
        let tokens = Tokens()
        let gate = FairQueue()
        let first = gate.join(limit: 1)
        let provider = TokenProvider {
            let place = gate.join(limit: 1)
            defer { place.leave() }
            try await place.wait()
            return try tokens.next()
        }
        let patient = Task { try await provider.current() }
        let impatient = Task { try await provider.current() }
        try await waitUntil { await provider.waiting == 2 }
        impatient.cancel()
        await #expect(throws: CancellationError.self) { try await impatient.value }
        first.leave()
        #expect(try await patient.value.text == "token-1")
    }

    @Test func aProviderThatIgnoresCancellationIsLeftBehind() async throws {
        let release = ChangeSignal()
        let tokens = Tokens()
        let provider = TokenProvider {
            let token = try tokens.next()
            if token == "token-1" { await Task.detached { await release.change(after: 0) }.value }
            return token
        }
        let caller = Task { try await provider.current() }
        try await waitUntil { await provider.waiting == 1 }
        caller.cancel()
        await #expect(throws: CancellationError.self) { try await caller.value }
        #expect(try await provider.current().text == "token-2")
        release.fire()
        #expect(try await provider.current().text == "token-2")
    }

    @Test func anEmptyTokenIsNotKept() async throws {
        let tokens = NIOLockedValueBox([" \n", "good"])
        let transport = service(accepting: "good")
        let client = TestClient.with(transport) { $0.credential = .provider { tokens.withLockedValue { $0.removeFirst() } } }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.kind == .missingCredential)
        #expect(error?.message == "The credential's provider returned an empty token.")
        #expect(try await client.send(GetParcel()).id == 1)
    }

    @Test func aFailedProviderIsNoCancellation() async {
        let client = TestClient.with(service(accepting: "")) { $0.credential = .provider { throw CancellationError() } }
        #expect(await apiError { try await client.send(GetParcel()) }?.kind == .missingCredential)
    }
}
