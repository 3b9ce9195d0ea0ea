/// What a simulator holds when it starts; all times lie around the clock's first moment.
struct Seed: Sendable {
    let workers: [Worker] = [maps, demo, news, idle]
    let runs: [Run]

    private static let maps = Worker(
        slug: SeededWorkers.maps,
        owner: "coreclaw",
        name: "google-maps-scraper",
        title: "Google Maps Scraper",
        version: "v1.2.6"
    )
    private static let demo = Worker(
        slug: SeededWorkers.demo,
        owner: "owner",
        name: "demo-worker",
        title: "Demo Worker",
        version: "v1.0.0"
    )
    private static let news = Worker(
        slug: SeededWorkers.news,
        owner: "coreclaw",
        name: "news-collection",
        title: "News Collection 20260305",
        version: "v1.0.5"
    )
    private static let idle = Worker(
        slug: SeededWorkers.withoutRuns,
        owner: "owner",
        name: "idle-worker",
        title: "Idle Worker",
        version: "v0.1.0"
    )

    init(start: Int64) {
        let minute: Int64 = 60
        let named = [
            Run(
                id: SeededRuns.moving,
                worker: Self.news,
                timeline: RunTimeline(createdAt: start, waiting: 5, working: 30, outcome: .succeeded),
                rows: .places(40),
                usage: "0.0217",
                traffic: 23108,
                errorMessage: ""
            ),
            Run(
                id: SeededRuns.finished,
                worker: Self.maps,
                timeline: RunTimeline(createdAt: start - 10 * minute, waiting: 2, working: 120, outcome: .succeeded),
                rows: .places(250),
                usage: "0.2925",
                traffic: 1_640_413,
                errorMessage: ""
            ),
            Run(
                id: SeededRuns.failed,
                worker: Self.maps,
                timeline: RunTimeline(createdAt: start - 20 * minute, waiting: 3, working: 27, outcome: .failed),
                rows: .places(0),
                usage: "0.0119",
                traffic: 16413,
                errorMessage: "Navigation timeout of 30000 ms exceeded"
            ),
            Run(
                id: SeededRuns.errorRows,
                worker: Self.demo,
                timeline: RunTimeline(createdAt: start - 30 * minute, waiting: 1, working: 7, outcome: .succeeded),
                rows: .errors(2),
                usage: "0.0217",
                traffic: 2048,
                errorMessage: ""
            ),
            Run(
                id: SeededRuns.aborting,
                worker: Self.demo,
                timeline: RunTimeline(createdAt: start - 40 * minute, waiting: 1, working: 12, outcome: .aborting),
                rows: .places(3),
                usage: "0.0040",
                traffic: 4096,
                errorMessage: ""
            ),
        ]
        runs = named + (0..<SeededRuns.otherCount).map { Self.other($0, start: start) }
    }

    /// Plain runs that end every hour before the named ones, so that lists have pages.
    private static func other(_ index: Int, start: Int64) -> Run {
        let fails = index % 7 == 3
        let workers = [maps, demo, news]
        return Run(
            id: SeededRuns.other(index),
            worker: workers[index % workers.count],
            timeline: RunTimeline(
                createdAt: start - Int64(index + 1) * 3600,
                waiting: Int64(index % 5),
                working: 10 + Int64(index),
                outcome: fails ? .failed : .succeeded
            ),
            rows: .places(fails ? 0 : index % 9),
            usage: "1.00",
            traffic: Int64(index) * 1024,
            errorMessage: fails ? "Keyword is required" : ""
        )
    }
}
