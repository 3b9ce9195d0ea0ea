/// What a simulator says of itself to those who only speak HTTP.
struct SimulatorDescription: Sendable {
    let table: RouteTable
    let clock: SimulatedClock
    let downloadURL: String

    /// - Parameter authority: The host and port by which the asker reached the simulator.
    func json(at authority: String?) async -> JSON {
        [
            "baseURL": .string("http://\(authority ?? "127.0.0.1")"),
            "downloadURL": .string(downloadURL),
            "clock": ["now": .integer(await clock.seconds), "isManual": .bool(clock.isManual)],
            "operations": .array(table.entries.map(\.route).map(Self.operation)),
            "runs": [
                "finished": .string(SeededRuns.finished), "moving": .string(SeededRuns.moving),
                "failed": .string(SeededRuns.failed), "errorRows": .string(SeededRuns.errorRows),
                "aborting": .string(SeededRuns.aborting),
            ],
            "workers": [
                "maps": .string(SeededWorkers.maps), "demo": .string(SeededWorkers.demo),
                "news": .string(SeededWorkers.news), "profiles": .string(SeededWorkers.profiles),
                "withoutRuns": .string(SeededWorkers.withoutRuns),
            ],
            "tasks": [
                "maps": .string(SeededTasks.maps), "scheduled": .string(SeededTasks.scheduled),
                "profiles": .string(SeededTasks.profiles), "news": .string(SeededTasks.news),
                "flatInput": .string(SeededTasks.flatInput),
            ],
            "queue": [
                "waiting": .string(SeededQueue.waiting), "inactive": .string(SeededQueue.inactive),
                "released": .string(SeededQueue.released),
            ],
        ]
    }

    private static func operation(_ route: Route) -> JSON {
        ["operation": .string(route.operationID), "method": .string(route.method), "path": .string(route.path)]
    }
}
