extension Account {
    func task(_ slug: String) -> WorkerTask? { tasks.first { $0.slug == slug } }

    /// The tasks of a Worker, or all, that a search text finds; newest first.
    func tasks(of worker: String?, keyword: String?) -> [WorkerTask] {
        tasks.reversed().filter { task in
            (worker.map { task.worker.isNamed($0, acceptsSlash: true) } ?? true)
                && (keyword.map { task.matches(keyword: $0) } ?? true)
        }
    }

    func createTask(
        _ worker: Worker,
        version: String,
        title: String,
        description: String,
        input: JSON,
        schedule: TaskSchedule,
        at time: Int64
    ) -> WorkerTask {
        settle(at: time)
        let task = WorkerTask(
            slug: identifiers.slug(at: now),
            number: identifiers.number(at: now),
            worker: worker,
            version: version,
            title: title,
            description: description,
            input: input,
            schedule: schedule,
            createdAt: now,
            updatedAt: now
        )
        tasks.append(task)
        planNextRun(ofTaskAt: tasks.count - 1, after: now)
        return task
    }

    /// Changes a task, and plans its next run anew.
    ///
    /// - Returns: Whether there is such a task.
    func updateTask<Failure>(
        _ slug: String,
        at time: Int64,
        _ change: (inout WorkerTask) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        settle(at: time)
        guard let position = tasks.firstIndex(where: { $0.slug == slug }) else { return false }
        let schedule = tasks[position].schedule
        try change(&tasks[position])
        tasks[position].updatedAt = now
        if tasks[position].schedule != schedule { planNextRun(ofTaskAt: position, after: now) }
        return true
    }

    /// Removes a task; its runs stay.
    ///
    /// - Returns: Whether there was such a task.
    func deleteTask(_ slug: String, at time: Int64) -> Bool {
        settle(at: time)
        guard let position = tasks.firstIndex(where: { $0.slug == slug }) else { return false }
        tasks.remove(at: position)
        return true
    }

    /// Starts a run of a task; nil when there is no such task.
    func startTask(_ slug: String, callback: RunCallback?, at time: Int64) throws(ServiceFailure) -> Run? {
        settle(at: time)
        guard let position = tasks.firstIndex(where: { $0.slug == slug }) else { return nil }
        return try startTask(at: position, callback: callback)
    }

    func startTask(at position: Int, callback: RunCallback?) throws(ServiceFailure) -> Run {
        let run = try start(tasks[position].order(callback: callback), at: now)
        tasks[position].runCount += 1
        tasks[position].lastRunNumber = run.number
        return run
    }
}
