import Foundation

extension Run {
    /// The runs of ``SeededRuns``.
    static func seeded(from start: Int64) -> [Run] {
        let minute: Int64 = 60
        let named = [
            Run(
                SeededRuns.moving,
                number: 1,
                .news,
                RunTimeline(createdAt: start, waiting: 5, working: 30, outcome: .succeeded),
                .articles(40, keywords: ["coffee", "tea"]),
                usage: 217,
                traffic: 23108
            ),
            Run(
                SeededRuns.finished,
                number: 2,
                .maps,
                RunTimeline(createdAt: start - 10 * minute, waiting: 2, working: 120, outcome: .succeeded),
                .places(250),
                usage: 2925,
                traffic: 1_640_413
            ),
            Run(
                SeededRuns.failed,
                number: 3,
                .maps,
                RunTimeline(createdAt: start - 20 * minute, waiting: 3, working: 27, outcome: .failed),
                .places(0),
                usage: 119,
                traffic: 16413,
                errorMessage: "Navigation timeout of 30000 ms exceeded"
            ),
            Run(
                SeededRuns.errorRows,
                number: 4,
                .demo,
                RunTimeline(createdAt: start - 30 * minute, waiting: 1, working: 7, outcome: .succeeded),
                .errors(2),
                usage: 217,
                traffic: 2048
            ),
            Run(
                SeededRuns.aborting,
                number: 5,
                .demo,
                RunTimeline(createdAt: start - 40 * minute, waiting: 1, working: 12, outcome: .aborting),
                .places(3),
                usage: 40,
                traffic: 4096
            ),
        ]
        return named + (0..<SeededRuns.otherCount).map { other($0, start: start) }
    }

    /// Plain runs that end every hour before the named ones, so that lists have pages.
    private static func other(_ index: Int, start: Int64) -> Run {
        let fails = index % 7 == 3
        return Run(
            SeededRuns.other(index),
            number: 10 + Int64(index),
            [.maps, .demo, .news][index % 3],
            RunTimeline(
                createdAt: start - Int64(index + 1) * 3600,
                waiting: Int64(index % 5),
                working: 10 + Int64(index),
                outcome: fails ? .failed : .succeeded
            ),
            .places(fails ? 0 : index % 9),
            usage: 10000,
            traffic: Int64(index) * 1024,
            errorMessage: fails ? "Keyword is required" : ""
        )
    }

    /// - Parameter usage: What the run costs, in ten-thousandths of a USD.
    private init(
        _ id: String,
        number: Int64,
        _ worker: Worker,
        _ timeline: RunTimeline,
        _ rows: ResultRows,
        usage: Int,
        traffic: Int64,
        errorMessage: String = ""
    ) {
        self.init(
            id: id,
            number: 1_786_000_000_000_000_000 + number,
            worker: worker,
            version: worker.version,
            input: ["parameters": ["custom": Self.custom(for: worker, rows)]],
            timeline: timeline,
            rows: rows,
            price: Price(start: Decimal(usage) / 10000, row: 0),
            traffic: traffic,
            errorMessage: errorMessage,
            callback: nil
        )
    }

    /// Fields that lead to as many rows of the kind.
    private static func custom(for worker: Worker, _ rows: ResultRows) -> JSON {
        guard worker.slug == SeededWorkers.demo else {
            return ["keywords": ["coffee"], "max_results": .integer(Int64(rows.count))]
        }
        if case .errors = rows { return ["keyword": "forbidden"] }
        return ["keyword": "coffee", "max_results": .integer(Int64(rows.count))]
    }
}
