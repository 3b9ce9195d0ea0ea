import CoreClaw
import CoreClawSimulator
import Testing

struct PagingTests {
    private static let finished = RunID(SeededRuns.finished)

    private static func identities(_ rows: [JSONObject]) -> [String] { rows.compactMap { $0["__coreclaw_data_id__"]?.string } }

    @Test func everyRowOnceInOrder() async throws {
        try await withSimulator { _, coreclaw in
            let all = try await coreclaw.runs.results(Self.finished, pageSize: 100).collect()
            #expect(all.count == 250)
            #expect(Set(Self.identities(all)).count == 250)
            let small = try await coreclaw.runs.results(Self.finished, pageSize: 7).collect()
            #expect(small == all)
        }
    }

    @Test func shortPrefixCostsOneRequest() async throws {
        try await withSimulator { simulator, coreclaw in
            var rows: [JSONObject] = []
            for try await row in coreclaw.runs.results(Self.finished).prefix(5) { rows.append(row) }
            #expect(rows.count == 5)
            #expect(await simulator.requests.count == 1)
        }
    }

    @Test("Q1: the older rule is noticed, and the error names both")
    func olderRuleIsNoticed() async throws {
        try await withSimulator(.older) { _, coreclaw in
            let error = await #expect(throws: APIError.self) { try await coreclaw.runs.results(Self.finished).collect() }
            #expect(error?.kind == .pagination)
            let message = error?.message ?? ""
            #expect(message.contains("by page"))
            #expect(message.contains("by row offset"))
            #expect(message.contains("pageNumbering"))
        }
    }

    @Test("Q1: the older rule is read right where it is chosen")
    func olderRuleIsReadRight() async throws {
        try await withSimulator(.older) { _, coreclaw in
            let older = coreclaw.with { $0.pageNumbering = .rowOffset }
            let rows = try await older.runs.results(Self.finished, pageSize: 30).collect()
            #expect(rows.count == 250)
            #expect(Set(Self.identities(rows)).count == 250)
        }
    }

    @Test("Q1: a page that repeats the one before it is an error")
    func repeatedPageIsAnError() async throws {
        try await withSimulator { simulator, coreclaw in
            // The first fault leaves page 1 as it is; the next page then shows its rows again.
            try await simulator.fail(operation: "listWorkerRunResults", with: .repeatPage, times: 2)
            let error = await #expect(throws: APIError.self) { try await coreclaw.runs.results(Self.finished).collect() }
            #expect(error?.kind == .pagination)
        }
    }

    @Test func runsPageToo() async throws {
        try await withSimulator { _, coreclaw in
            let runs = try await coreclaw.runs.list(pageSize: 10).collect()
            #expect(Set(runs.map(\.id)).count == runs.count)
            #expect(runs.count > 20)
        }
    }
}
