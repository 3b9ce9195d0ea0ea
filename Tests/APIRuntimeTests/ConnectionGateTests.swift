import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

@Suite struct ConnectionGateTests {
    @Test func requestsPassInTheOrderInWhichTheyCame() async throws {
        let gate = ConnectionGate(limit: 1)
        let order = NIOLockedValueBox<[Int]>([])
        var first: ConnectionSlot? = try await gate.enter(nil)
        #expect(gate.inUse == 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let slot = try await gate.enter(nil)
                    order.withLockedValue { $0.append(number) }
                    slot.release()
                }
                try await eventually { gate.waiting == number + 1 }
            }
            first = nil
            try await group.waitForAll()
        }
        #expect(first == nil)
        #expect(order.withLockedValue { $0 } == Array(0..<50))
        #expect(gate.inUse == 0)
        #expect(gate.waiting == 0)
    }

    @Test func whoeverIsCancelledLeavesTheQueueAtOnce() async throws {
        let gate = ConnectionGate(limit: 1)
        let first = try await gate.enter(nil)
        let cancelled = Task { try await gate.enter(nil) }
        try await eventually { gate.waiting == 1 }
        let second = Task { try await gate.enter(nil) }
        try await eventually { gate.waiting == 2 }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        #expect(gate.waiting == 1)
        first.release()
        first.release()
        let slot = try await second.value
        #expect(gate.inUse == 1)
        slot.release()
        #expect(gate.inUse == 0)
    }

    @Test func aHigherLimitLetsMoreThrough() async throws {
        let gate = ConnectionGate(limit: 0)
        let first = try await gate.enter(nil)
        let others = (0..<3).map { _ in Task { try await gate.enter(nil) } }
        try await eventually { gate.waiting == 3 }
        gate.setLimit(3)
        try await eventually { gate.waiting == 1 && gate.inUse == 3 }
        gate.setLimit(1)
        first.release()
        #expect(gate.waiting == 1)
        gate.setLimit(100)
        for other in others { try await other.value.release() }
        #expect(gate.inUse == 0)
    }

    @Test func nothingIsLostWhenCancelledAndLetThroughAtOnce() async throws {
        let gate = ConnectionGate(limit: 2)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<2_000 {
                group.addTask {
                    let task = Task {
                        let slot = try await gate.enter(nil)
                        await Task.yield()
                        slot.release()
                    }
                    if number % 3 == 0 {
                        await Task.yield()
                        task.cancel()
                    }
                    _ = await task.result
                }
            }
        }
        #expect(gate.inUse == 0)
        #expect(gate.waiting == 0)
        let slots = [try await gate.enter(nil), try await gate.enter(nil)]
        #expect(slots.count == gate.inUse)
    }

    @Test func streamsCountInPlaceOfConnectionsOverHTTP2() throws {
        let limits = HTTPTransportLimits(connectTimeout: .seconds(1), attemptTimeout: nil, maximumBodySize: 1)
        let purpose = PoolPurpose(limits, distinguishesOrigins: false)
        let pool = try ConnectionPool(HTTPTransportSettings(), for: purpose)
        #expect(pool.maximumRequests(over: .http1_1) == 64)
        #expect(pool.maximumRequests(over: .http2) == 100)
    }

    @Test func originsThatAreNotInUseAreForgotten() async throws {
        let limits = HTTPTransportLimits(connectTimeout: .seconds(1), attemptTimeout: nil, maximumBodySize: 1)
        let pool = try ConnectionPool(HTTPTransportSettings(), for: PoolPurpose(limits, distinguishesOrigins: false))
        let slot = try await pool.gate(to: "https://used.test").enter(nil)
        for number in 0..<1_000 { _ = pool.gate(to: "https://\(number).test") }
        #expect(pool.origins < 100)
        #expect(pool.gate(to: "https://used.test").inUse == 1)
        slot.release()
    }
}
