extension WorkerTask {
    /// The tasks of ``SeededTasks``, oldest first.
    static func seeded(from start: Int64) -> [WorkerTask] {
        let day: Int64 = 86400
        var maps = WorkerTask(
            SeededTasks.maps,
            1_786_001_196_232_214_887,
            .maps,
            "Google Maps Scraper (Task)",
            "Map listings on a schedule",
            ["parameters": ["custom": ["keywords": [["keyword": "coffee"]], "max_results": 10]]],
            createdAt: start - 9 * day
        )
        maps.runCount = 3
        maps.lastRunNumber = 1_786_000_000_000_000_002
        return [
            WorkerTask(
                SeededTasks.flatInput,
                1_786_001_196_232_214_885,
                .demo,
                "Flat input",
                "",
                ["keyword": "coffee"],
                createdAt: start - 20 * day
            ),
            WorkerTask(
                SeededTasks.news,
                1_786_001_196_232_214_886,
                .news,
                "News Collection (Task)",
                "Articles of the day",
                ["parameters": ["custom": ["keywords": ["coffee", "tea"], "max_results": 5]]],
                createdAt: start - 10 * day
            ),
            maps,
            WorkerTask(
                SeededTasks.scheduled,
                2001,
                .demo,
                "Demo Task",
                "Daily demo task",
                ["parameters": ["custom": ["keyword": "coffee"]]],
                TaskSchedule(["schedule_enabled": 1, "schedule_type": 1, "schedule_time": "09:30"]),
                createdAt: start - 8 * day
            ),
            WorkerTask(
                SeededTasks.profiles,
                1_786_001_196_232_214_890,
                .profiles,
                "Profile Scraper (Task)",
                "",
                ["parameters": ["custom": ["profile_url": [["url": "https://example.com/nasa/"]]]]],
                createdAt: start - 7 * day
            ),
        ]
    }

    private init(
        _ slug: String,
        _ number: Int64,
        _ worker: Worker,
        _ title: String,
        _ description: String,
        _ input: JSON,
        _ schedule: TaskSchedule = TaskSchedule(),
        createdAt: Int64
    ) {
        self.init(
            slug: slug,
            number: number,
            worker: worker,
            version: worker.version,
            title: title,
            description: description,
            input: input,
            schedule: schedule,
            createdAt: createdAt,
            updatedAt: createdAt
        )
    }
}
