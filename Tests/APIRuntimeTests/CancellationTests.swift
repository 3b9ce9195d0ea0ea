import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct CancellationTests {
    private struct Start: APIOperation {
        typealias Output = Parcel
        static let descriptor = OperationDescriptor(
            id: "cancelledStart",
            method: .post,
            path: "/cancelled",
            idempotency: .unsafe,
            security: .none
        )
        func encode(into request: inout RequestEncoder) {}
    }

    private struct Read: APIOperation {
        typealias Output = Parcel
        static let descriptor = OperationDescriptor(
            id: "cancelledRead",
            method: .get,
            path: "/cancelled",
            idempotency: .safe,
            security: .none
        )
        func encode(into request: inout RequestEncoder) {}
    }

    private let metrics = RecordingMetrics.shared
    private let silent = MemoryTransport { _, _ in
        try await Task.sleep(for: .seconds(600))
        return .data("{}")
    }

    @Test func aCancelledStartMayHaveTakenEffect() async throws {
        let logs = LogRecorder()
        let client = TestClient.with(silent) { $0.logger = logs.logger }
        let task = Task { await apiError { try await client.send(Start()) } }
        try await eventually { silent.requests.count == 1 }
        task.cancel()
        let error = await task.value
        #expect(error?.kind == .cancelled)
        #expect(error?.mayHaveTakenEffect == true)
        #expect(error?.attempts == 1)
        #expect(logs.text.contains("warning cancelledStart was cancelled after it may have been sent"))
        #expect(logs.text.contains("debug request cancelled"))
        #expect(metrics.recorded("http.client.requests[operation=cancelledStart,outcome=cancelled]") == [1])
    }

    @Test func aCancelledReadIsACancellation() async throws {
        let logs = LogRecorder()
        let client = TestClient.with(silent) { $0.logger = logs.logger }
        let task = Task { try await client.send(Read()) }
        try await eventually { silent.requests.count == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(!logs.text.contains("warning"))
        #expect(metrics.recorded("http.client.requests[operation=cancelledRead,outcome=cancelled]") == [1])
    }

    @Test func aStartCancelledBeforeItIsSentIsACancellation() async throws {
        let logs = LogRecorder()
        let unused = MemoryTransport(.data("{}"))
        let client = TestClient.with(unused) {
            $0.logger = logs.logger
            $0.credential = .provider {
                try await Task.sleep(for: .seconds(600))
                return ""
            }
        }
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await client.send(SendParcel())
        }
        await #expect(throws: CancellationError.self) { try await early.value }
        let task = Task { try await client.send(SendParcel()) }
        if case .provider(let provider) = client.configuration.credential.source {
            try await waitUntil { await provider.waiting == 1 }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(unused.requests.isEmpty)
        #expect(!logs.text.contains("warning"))
    }

    @Test func aCancelledPauseIsACancellation() async throws {
        let logs = LogRecorder()
        let clock = TestClock(skipsPauses: false)
        let transport = MemoryTransport(.json(#"{"code":100}"#, status: 429, headers: [.retryAfter: "20"]))
        let client = TestClient.with(transport, clock: clock) { $0.logger = logs.logger }
        let task = Task { try await client.send(SendParcel()) }
        try await eventually { logs.text.contains("request will be retried") }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(logs.text.contains("debug request cancelled"))
        #expect(!logs.text.contains("warning"))
    }

    @Test func aTransportThatFailsBecauseOfTheCancellationLeavesItUncertain() async throws {
        let transport = MemoryTransport { _, _ in
            try? await Task.sleep(for: .seconds(600))
            throw HTTPTransportError(.interrupted, "closed")
        }
        let task = Task { await apiError { try await TestClient.with(transport).send(SendParcel()) } }
        try await eventually { transport.requests.count == 1 }
        task.cancel()
        #expect(await task.value?.kind == .cancelled)
    }

    @Test(arguments: [
        (MemoryTransport.Reply.json("", status: 500), true), (.json("", status: 502), true), (.broken("{"), true),
        (.json("<html>"), true), (.data(#"{"id":"x"}"#), true), (.json(#"{"code":400}"#, status: 500), true),
        (.json(#"{"code":400}"#), true), (.json("", status: 400), false), (.json("", status: 404), false),
        (.json(#"{"code":100}"#, status: 503), false), (.json(#"{"code":300}"#, status: 500), false),
        (.json(#"{"code":200}"#, status: 404), false), (.redirect("/x"), true),
    ])
    func anUnknownOutcomeOfAStartMayHaveTakenEffect(reply: MemoryTransport.Reply, mayHave: Bool) async {
        let transport = MemoryTransport(reply)
        let client = TestClient.with(transport) { $0.retryPolicy = .none }
        #expect(await apiError { try await client.send(Start()) }?.mayHaveTakenEffect == mayHave)
        #expect(await apiError { try await client.send(Read()) }?.mayHaveTakenEffect != true)
    }

    @Test(arguments: HTTPTransportError.Reason.allCases)
    func whatIsCertainlyNotSentHasNoEffect(reason: HTTPTransportError.Reason) async {
        let transport = MemoryTransport { _, _ in throw HTTPTransportError(reason, "failed") }
        let client = TestClient.with(transport) { $0.retryPolicy = .none }
        let error = await apiError { try await client.send(Start()) }
        #expect(error?.mayHaveTakenEffect == (error?.isCertainlyNotSent == false))
    }
}
