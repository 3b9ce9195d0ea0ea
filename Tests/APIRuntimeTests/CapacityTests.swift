import HTTPTypes
import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

@Suite struct CapacityTests {
    /// A service that delivers one parcel at a time.
    private final class Depot: Sendable {
        let busy = NIOLockedValueBox(false)
        let starts = NIOLockedValueBox<[String]>([])

        var startCount: Int { starts.withLockedValue { $0.count } }

        func finish() { busy.withLockedValue { $0 = false } }

        var transport: MemoryTransport {
            MemoryTransport { [self] request, _ in
                guard request.method == .post else { return .data(#"{"id":1,"state":"delivered"}"#) }
                starts.withLockedValue { $0.append(request.headerFields[.authorization] ?? "") }
                let isFree = busy.withLockedValue { busy in
                    defer { busy = true }
                    return !busy
                }
                return isFree ? .data(#"{"id":1}"#) : .json(#"{"code":300}"#, status: 429)
            }
        }
    }

    private let depot = Depot()
    private let clock = TestClock(skipsPauses: false)

    private func client(_ configure: (inout ClientConfiguration) -> Void = { _ in }) -> TestClient {
        TestClient.with(depot.transport, clock: clock) {
            $0.waitForCapacity = true
            $0.totalTimeout = nil
            configure(&$0)
        }
    }

    private func line(of client: TestClient) throws -> CapacityLine? {
        let origin = try BaseURL(service: TestClient.service, configuration: client.configuration).origin
        let account = CapacityLine.Account(origin: origin, credential: client.configuration.credential.identity)
        return client.configuration.shared.capacity.existing(account)
    }

    /// Starts calls one after the other, each when the one before it stands in line, behind a parcel that is under way.
    private func lineUp(_ count: Int, _ client: TestClient, then: @escaping @Sendable (Int) -> Void) async throws -> [Task<
        Void, any Error
    >] {
        _ = try await client.send(SendParcel())
        var tasks: [Task<Void, any Error>] = []
        for number in 1...count {
            tasks.append(
                Task {
                    _ = try await client.send(SendParcel())
                    then(number)
                }
            )
            try await eventually { (try? line(of: client)?.waiting) == number - 1 && depot.startCount == 2 }
        }
        return tasks
    }

    @Test func capacityIsGivenInOrderWithFewRequests() async throws {
        let client = client()
        let order = NIOLockedValueBox<[Int]>([])
        let tasks = try await lineUp(19, client) { number in order.withLockedValue { $0.append(number) } }
        for number in 1...19 {
            depot.finish()
            // A wait that sees the end lets the first in line try again at once; no pause passes on this clock.
            _ = try await client.wait(for: WaiterTests.WatchParcel())
            try await tasks[number - 1].value
            // The next one has tried and pauses.
            try await eventually { number == 19 || depot.startCount == 2 * number + 2 }
        }
        #expect(order.withLockedValue { $0 } == Array(1...19))
        // Every call succeeds once, and all but the first are refused once.
        #expect(depot.startCount == 20 + 19)
        #expect(try line(of: client) == nil)
    }

    @Test func aCancelledCallPassesItsTurnOn() async throws {
        let client = client()
        let tasks = try await lineUp(3, client) { _ in }
        tasks[1].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[1].value }
        #expect(depot.startCount == 2)
        depot.finish()
        tasks[0].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[0].value }
        try await tasks[2].value
        #expect(depot.startCount == 3)
    }

    @Test func theTotalTimeoutHoldsInLine() async throws {
        let client = client()
        let tasks = try await lineUp(1, client) { _ in }
        let hasty = client.with { $0.totalTimeout = .seconds(0.2) }
        let error = Task { await apiError { try await hasty.send(SendParcel()) } }
        try await eventually { (try? line(of: client)?.waiting) == 1 }
        try await eventually { clock.sleeping >= 2 }
        clock.advance(by: .seconds(0.2))
        #expect(await error.value?.kind == .timeout)
        #expect(await error.value?.isCertainlyNotSent == true)
        #expect(await error.value?.mayHaveTakenEffect == false)
        #expect(depot.startCount == 2)
        tasks[0].cancel()
    }

    @Test func otherOperationsAndAccountsAreNotInLine() async throws {
        let client = client()
        let tasks = try await lineUp(2, client) { _ in }
        #expect(try await client.send(GetParcel()).id == 1)
        let other = client.with {
            $0.credential = .token("other")
            $0.waitForCapacity = false
        }
        #expect(await apiError { try await other.send(SendParcel()) }?.kind == .capacity)
        let patient = Task { try await other.with { $0.waitForCapacity = true }.send(SendParcel()) }
        try await eventually { depot.starts.withLockedValue { $0.filter { $0 == "Bearer other" }.count } == 2 }
        for task in tasks { task.cancel() }
        patient.cancel()
    }

    @Test(arguments: [1, 3])
    func workIsLimitedInOrder(limit: Int) async throws {
        let client = client { $0.maximumConcurrentStarts = limit }
        let present = NIOLockedValueBox((now: 0, most: 0, order: [Int]()))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...20 {
                group.addTask {
                    try await client.limitingStarts { _ in
                        present.withLockedValue {
                            $0.now += 1
                            $0.most = max($0.most, $0.now)
                            $0.order.append(number)
                        }
                        for _ in 1...5 { await Task.yield() }
                        present.withLockedValue { $0.now -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(present.withLockedValue { $0.most } == limit)
        #expect(present.withLockedValue { $0.order }.count == 20)
    }

    @Test func aLimitedStartIsNeverRefused() async throws {
        let depot = depot
        let client = client {
            $0.waitForCapacity = false
            $0.maximumConcurrentStarts = 1
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask {
                    try await client.limitingStarts { client in
                        _ = try await client.send(SendParcel())
                        depot.finish()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(depot.startCount == 20)
    }

    @Test func aTurnThatDoesNotComeInTimeIsATimeout() async throws {
        let client = client { $0.maximumConcurrentStarts = 1 }
        let clock = clock
        try await client.limitingStarts { client in
            let error = Task {
                await apiError { try await client.limitingStarts(timeout: .seconds(3)) { _ in Issue.record("a second start") } }
            }
            try await eventually { clock.sleeping == 1 }
            clock.advance(by: .seconds(3))
            #expect(await error.value?.kind == .timeout)
        }
        try await client.limitingStarts(timeout: .seconds(3)) { _ in }
    }
}
