import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

/// Transports and credential providers that ignore that they are cancelled.
@Suite struct DeafWorkTests {
    private let clock = TestClock(skipsPauses: false)
    private let work = DeafWork()

    private func client(_ configure: (inout ClientConfiguration) -> Void) -> TestClient {
        let transport = MemoryTransport { [work] _, _ in
            await work.run()
            return .data(#"{"id":1}"#)
        }
        return TestClient.with(transport, clock: clock) {
            $0.retryPolicy = .none
            configure(&$0)
        }
    }

    private func provider(_ configuration: inout ClientConfiguration) {
        configuration.transport = MemoryTransport(.data(#"{"id":1}"#))
        configuration.credential = .provider { [work] in
            await work.run()
            return "token"
        }
    }

    @Test(arguments: [true, false])
    func aLimitHoldsAllTheSame(isProvider: Bool) async throws {
        let client = client {
            $0.attemptTimeout = .milliseconds(100)
            if isProvider { provider(&$0) }
        }
        defer { work.end() }
        let call = Task { await apiError { try await client.send(SendParcel()) } }
        try await eventually { work.isRunning && clock.sleeping == 1 }
        clock.advance(by: .milliseconds(100))
        let error = await call.value
        #expect(error?.kind == .timeout)
        #expect(error?.isCertainlyNotSent == isProvider)
        #expect(client.configuration.deadlines.count == 0)
        #expect(clock.sleeping == 0)
    }

    @Test(arguments: [true, false])
    func cancellationReturnsAtOnceAllTheSame(isProvider: Bool) async throws {
        let client = client { if isProvider { provider(&$0) } }
        defer { work.end() }
        let call = Task { try await client.send(SendParcel()) }
        try await eventually { work.isRunning }
        call.cancel()
        if isProvider {
            await #expect(throws: CancellationError.self) { try await call.value }
        } else {
            // The transport may have sent the request.
            let error = await #expect(throws: APIError.self) { try await call.value }
            #expect(error?.kind == .cancelled)
        }
    }

    @Test func aBodyThatNeverEndsIsBoundedToo() async throws {
        let body = HTTPBodyStream { [work] in
            {
                await work.run()
                return nil
            }
        }
        let client = client {
            $0.transport = MemoryTransport(MemoryTransport.Reply(body: body))
            $0.idleTimeout = .seconds(3)
        }
        defer { work.end() }
        let call = Task { await apiError { try await client.send(GetParcel()) } }
        try await eventually { work.isRunning && clock.sleeping == 1 }
        clock.advance(by: .seconds(3))
        #expect(await call.value?.message == "The answer stopped in its middle")
    }
}

/// Work that ends when it is told to, and not when it is cancelled.
private final class DeafWork: Sendable {
    private let (stream, continuation) = AsyncStream<Void>.makeStream()
    private let running = NIOLockedValueBox(false)

    var isRunning: Bool { running.withLockedValue { $0 } }

    func run() async {
        running.withLockedValue { $0 = true }
        let stream = stream
        await Task.detached { for await _ in stream {} }.value
    }

    func end() { continuation.finish() }
}
