import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// What the account and the run queue answer, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct AccountQuirkTests {
    @Test("Q24: every member of the account is optional")
    func members() throws {
        #expect(try Account(json: "{}").balance == nil)
        #expect(try Account(json: #"{"traffic":"1000","traffic_expiration_at":0}"#).traffic == 1000)
        #expect(
            try Account(json: #"{"balance":"2.7129","balance_expiration_at":1782091200}"#).balance == Decimal(string: "2.7129")
        )
    }

    @Test("Q24: the account is read under each rule", arguments: [AccountMemberRule.balance, .withTraffic])
    func account(rule: AccountMemberRule) async throws {
        var options = SimulatorOptions(balance: 12.5)
        options.accountMembers = rule
        try await withSimulator(options) { _, coreclaw in
            let account = try await coreclaw.account.get()
            #expect(account.balance == 12.5)
            #expect((account.traffic != nil) == (rule == .withTraffic))
        }
    }

    @Test("Q26: a call succeeds although every item failed")
    func failedOutcomes() async throws {
        try await withSimulator { _, coreclaw in
            let outcomes = try await coreclaw.queue.activate(ids: ["999", QueueItemID(SeededQueue.inactive)])
            #expect(outcomes.outcomes.map(\.isSuccess) == [false, false])
            #expect(outcomes.failures.allSatisfy { $0.errorMessage != nil })
            #expect(throws: QueueOutcomeError.self) { try outcomes.requireAllSucceeded() }
        }
    }
}
