import Testing

@testable import CoreClawSimulator

struct PageTests {
    @Test(
        arguments: [
            (PagingRule.pages, nil, nil, 0..<20), (.pages, 0, 20, 0..<20), (.pages, 1, 20, 0..<20), (.pages, 2, 20, 20..<40),
            (.pages, 13, 20, 240..<250), (.pages, 14, 20, 250..<250), (.pages, 3, 100, 200..<250), (.pages, .max, 100, 250..<250),
            (.rowOffset, nil, nil, 0..<20), (.rowOffset, 20, 20, 20..<40), (.rowOffset, 30, 20, 20..<40),
            (.rowOffset, 240, 20, 240..<250), (.rowOffset, 260, 20, 250..<250), (.rowOffset, .max, 1, 250..<250),
            (.pages, 1, 0, 0..<1), (.pages, -5, 1000, 0..<100),
        ] as [(PagingRule, Int64?, Int64?, Range<Int>)]
    )
    func windowsOf250(_ rule: PagingRule, _ offset: Int64?, _ limit: Int64?, _ range: Range<Int>) {
        #expect(Page(offset: offset, limit: limit, rule: rule).range(of: 250) == range)
    }

    @Test(arguments: [(PagingRule.pages, [1, 2, 3, 4]), (.rowOffset, [0, 100, 200, 300])])
    func allRowsComeOnceUnderEitherRule(_ rule: PagingRule, _ offsets: [Int]) async throws {
        try await Simulator.with(SimulatorOptions(paging: rule, clock: .manual())) { simulator in
            var rows: [JSON] = []
            var sizes: [Int] = []
            for (index, offset) in offsets.enumerated() {
                let path = "/api/v2/worker-runs/\(SeededRuns.finished)/result?limit=100&offset=\(offset)"
                let answer = try await simulator.get(path)
                #expect(answer["data"]?["page_index"]?.integer == Int64(index + 1))
                sizes.append(answer.list.count)
                rows += answer.list
            }
            #expect(sizes == [100, 100, 50, 0])
            #expect(rows.compactMap { $0["place_number"]?.integer } == (1...250).map { 9_007_199_254_740_992 + $0 })
            #expect(Set(rows.compactMap { $0["__coreclaw_data_id__"]?.string }).count == 250)
        }
    }
}
