extension WorkerTask {
    /// The task as an element of a list.
    func listEntry(_ options: SimulatorOptions) -> JSON {
        switch options.taskMembers {
        case .all:
            .object(
                optional: [("slug", .string(slug))] + workerMembers(options) + [("description", .string(description))] + state
            )
        case .few:
            [
                "id": .integer(number), "schedule_enabled": schedule.members.first?.1 ?? 0, "slug": .string(slug),
                "title": .string(title), "worker_slug": .string(worker.slug),
            ]
        }
    }

    /// The task by itself.
    func detail(_ options: SimulatorOptions) -> JSON {
        switch options.taskMembers {
        case .all:
            .object(
                optional: [("id", .integer(number)), ("slug", .string(slug)), ("worker_id", .integer(worker.number))]
                    + workerMembers(options) + state
            )
        case .few:
            .object(
                optional: [("description", .string(description)), ("id", .integer(number))] + schedule.members.prefix(3) + [
                    ("slug", .string(slug)), ("title", .string(title)), ("version", .string(version)),
                    ("worker_path", .string(worker.path(options))), ("worker_slug", .string(worker.slug)),
                ]
            )
        }
    }

    private func workerMembers(_ options: SimulatorOptions) -> [(String, JSON?)] {
        [
            ("worker_title", .string(worker.title)),
            ("worker_slug", .string(worker.slug)),
            ("worker_path", .string(worker.path(options))),
            ("version", .string(version)),
            ("platform_actors_id", .integer(worker.number &- 7_221_932_002_304)),
            ("title", .string(title)),
        ]
    }

    private var state: [(String, JSON?)] {
        [
            ("input", input), ("run_times", .integer(runCount)), ("last_run_id", .integer(lastRunNumber)),
            ("last_modified_at", .integer(updatedAt)),
        ] + schedule.members + [("created_at", .integer(createdAt)), ("updated_at", .integer(updatedAt))]
    }
}
