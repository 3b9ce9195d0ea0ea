import NIOConcurrencyHelpers
import Testing

@testable import APIRuntime

@Suite struct FairQueueTests {
    @Test func admitsInOrderAndNoMoreThanTheLimit() {
        let queue = FairQueue()
        let places = (1...5).map { _ in queue.join(limit: 2) }
        #expect(places.map(\.isAdmitted) == [true, true, false, false, false])
        places[1].leave()
        #expect(places.map(\.isAdmitted) == [true, false, true, false, false])
        places[3].leave()
        places[0].leave()
        #expect(places.map(\.isAdmitted) == [false, false, true, false, true])
    }

    @Test func leavingAgainDoesNothing() {
        let queue = FairQueue()
        let places = (1...3).map { _ in queue.join(limit: 1) }
        places[0].leave()
        places[0].leave()
        #expect(places.map(\.isAdmitted) == [false, true, false])
    }

    @Test(arguments: [0, -1, .min])
    func aLimitIsAtLeastOne(limit: Int) {
        #expect(FairQueue().join(limit: limit).isAdmitted)
    }

    @Test func aCancelledCallerPassesItsTurnOn() async throws {
        let queue = FairQueue()
        let first = queue.join(limit: 1)
        let second = queue.join(limit: 1)
        let third = queue.join(limit: 1)
        let waiting = Task { try await second.wait() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        first.leave()
        try await third.wait()
        #expect(third.isAdmitted)
    }
}
