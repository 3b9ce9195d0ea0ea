import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct RetryBudgetTests {
    private func origin(_ text: String) throws -> Origin {
        try #require(URL(string: text).flatMap(Origin.init))
    }

    @Test func theBudgetEmptiesAndRefills() throws {
        let ledger = RetryLedger()
        let budget = RetryBudget(capacity: 2, refill: 0.2)
        let origin = try origin("https://a.test")
        #expect(ledger.withdraw(budget, for: origin))
        #expect(ledger.withdraw(budget, for: origin))
        for _ in 1...5 {
            #expect(!ledger.withdraw(budget, for: origin))
            ledger.deposit(budget, for: origin)
        }
        #expect(ledger.withdraw(budget, for: origin))
        #expect(try ledger.withdraw(budget, for: self.origin("https://b.test")))
        #expect(ledger.withdraw(RetryBudget(capacity: 3), for: origin))
    }

    @Test(arguments: [0, 0.9, -1, .nan])
    func aBudgetBelowOneTokenAllowsNoRetry(capacity: Double) throws {
        #expect(try !RetryLedger().withdraw(RetryBudget(capacity: capacity), for: origin("https://a.test")))
    }

    @Test func clientsMadeForEachRequestShareTheBudget() async {
        let transport = MemoryTransport(.json("", status: 503))
        for _ in 1...5 {
            let client = TestClient.with(transport) { $0.retryBudget = RetryBudget(capacity: 4, refill: 0) }
            _ = try? await client.send(GetParcel())
        }
        // Five first attempts, and four retries altogether.
        #expect(transport.requests.count == 5 + 4)
    }

    @Test func anotherTransportOrOriginHasItsOwnBudget() async {
        let transport = MemoryTransport(.json("", status: 503))
        let client = TestClient.with(transport) { $0.retryBudget = RetryBudget(capacity: 3, refill: 0) }
        _ = try? await client.send(GetParcel())
        _ = try? await client.with { $0.baseURL = URL(string: "https://other.test") }.send(GetParcel())
        #expect(transport.requests.count == 4 + 4)
        let other = MemoryTransport(.json("", status: 503))
        _ = try? await client.with { $0.transport = other }.send(GetParcel())
        #expect(other.requests.count == 4)
    }

    @Test func theErrorSaysThatTheBudgetEndedTheCall() async {
        let transport = MemoryTransport(.json("", status: 503))
        let client = TestClient.with(transport) { $0.retryBudget = RetryBudget(capacity: 1, refill: 0) }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.attempts == 2)
        #expect(error?.isRetryBudgetExhausted == true)
        #expect(error?.message.contains("the retry budget for api.parcels.test is used up") == true)
        let last = await apiError { try await client.with { $0.retryPolicy = .none }.send(GetParcel()) }
        #expect(last?.isRetryBudgetExhausted == false)
    }

    @Test(arguments: ["3600", "8"])
    func aRetryThatCannotBeTakesNoToken(retryAfter: String) async {
        let transport = MemoryTransport { _, number in
            number == 1 ? .json("", status: 503, headers: [.retryAfter: retryAfter]) : .json("", status: 503)
        }
        let client = TestClient.with(transport) {
            $0.retryBudget = RetryBudget(capacity: 1, refill: 0)
            $0.totalTimeout = .seconds(7)
            $0.randomness = { 0 }
        }
        #expect(await apiError { try await client.send(GetParcel()) }?.isRetryBudgetExhausted == false)
        #expect(transport.requests.count == 1)
        _ = try? await client.send(GetParcel())
        #expect(transport.requests.count == 3)
    }

    @Test(arguments: [("60", 2), ("61", 1), ("3600", 1)])
    func aTimeLongerThanAllowedEndsTheCallAtOnce(retryAfter: String, requests: Int) async {
        let transport = MemoryTransport(.json(#"{"code":100}"#, status: 429, headers: [.retryAfter: retryAfter]))
        let clock = TestClock()
        let client = TestClient.with(transport, clock: clock) {
            $0.retryPolicy.maximumAttempts = 2
            $0.randomness = { 0 }
        }
        let error = await apiError { try await client.send(SendParcel()) }
        #expect(error?.retryAfter == Int(retryAfter).map { .seconds($0) })
        #expect(error?.attempts == requests)
        #expect(transport.requests.count == requests)
        #expect(clock.pauses == (requests == 2 ? [.seconds(60)] : []))
    }
}
