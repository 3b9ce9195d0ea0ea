import APIRuntime
import Foundation
import Testing

/// The guide "What happens when the network fails" has a table, and the table is what is measured.
///
/// `RECORD_FAULTS=1 swift test --filter FaultTableTests` writes the table anew.
@Suite struct FaultTableTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Documentation.docc/Guides/NetworkFailures.md")

    @Test(.timeLimit(.minutes(4)))
    func theGuideTellsWhatHappens() async throws {
        let table = try await FaultTable()
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: table.lines[0]), "the guide has no table of faults")
        let documented = lines[start...].prefix { $0.hasPrefix("|") }
        if ProcessInfo.processInfo.environment["RECORD_FAULTS"] != nil {
            let recorded = lines[..<start] + table.lines + lines[documented.endIndex...]
            try recorded.joined(separator: "\n").write(to: Self.page, atomically: true, encoding: .utf8)
        } else {
            #expect(documented.count == table.lines.count)
            for (documented, measured) in zip(documented, table.lines) { #expect(documented == measured) }
        }
        for row in table.rows { check(row) }
        #expect(table.requestsElsewhere.count == 1)
        #expect(table.requestsElsewhere.allSatisfy { !$0.contains(TestClient.key) })
    }

    /// What holds whatever the guide says.
    private func check(_ row: FaultTable.Row) {
        // What may have arrived is never sent twice, unless the service says that it did nothing.
        #expect(row.unsafe.arrived <= 1 || row.fault.isRefusal, "\(row.text)")
        for outcome in row.outcomes {
            #expect(outcome.attempts <= FaultTable.attempts, "\(row.text)")
            if let error = outcome.error { #expect(error.isCertainlyNotSent == (outcome.arrived == 0), "\(row.text)") }
            let shortest: Duration =
                switch row.fault.limit {
                case .none: .zero
                case .attemptTimeout, .idleTimeout: outcome.limit * outcome.attempts
                case .retryAfter: FaultTable.retryAfter * (outcome.attempts - 1)
                }
            #expect(outcome.duration >= shortest, "\(row.text) \(outcome.duration)")
            // A busy machine may take its time, but no limit of 300 s has passed.
            #expect(outcome.duration < shortest + .seconds(60), "\(row.text) \(outcome.duration)")
        }
    }
}
