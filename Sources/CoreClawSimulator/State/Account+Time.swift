extension Account {
    /// The longest time that schedules are caught up with when a clock is moved in one step, seconds.
    private static let longestMemory: Int64 = 366 * 86400

    /// Lets everything happen that is due by a moment, and returns the moment, or a later one that was spoken of before.
    @discardableResult
    func settle(at time: Int64) -> Int64 {
        let target = max(now, time)
        while let (time, event) = agenda.next(until: target) {
            now = max(now, time)
            switch event {
            case .phase(let run, let phase): enter(phase, of: run)
            case .schedule(let task): runScheduled(task, dueAt: time, before: target)
            }
        }
        now = target
        return target
    }

    /// When something happens next by itself, Unix seconds.
    var nextEventTime: Int64? { agenda.nextTime }

    private func enter(_ phase: RunTimeline.Phase, of id: String) {
        // An abort takes away what was to come.
        guard let run = run(id), let index = run.timeline.phases.firstIndex(of: phase) else { return }
        let time = run.timeline.createdAt + phase.offset
        let wasStopped = run.timeline.phases[..<index].contains { $0.status.isStopped }
        if phase.status == .running { runningRuns.insert(id) }
        if phase.status.isStopped, !wasStopped {
            runningRuns.remove(id)
            reserved -= run.wholePrice
            balance -= run.cost(at: time)
        }
        if let callback = run.callback {
            news.append(.change(runID: id, body: run.callbackBody(at: time, callback.version), callback))
        }
    }

    private func runScheduled(_ slug: String, dueAt time: Int64, before target: Int64) {
        guard let position = tasks.firstIndex(where: { $0.slug == slug }), tasks[position].nextRunAt == time else { return }
        if time >= target - Self.longestMemory {
            // A schedule that cannot start a run passes in silence; the next one tries again.
            _ = try? startTask(at: position, callback: nil)
        }
        planNextRun(ofTaskAt: position, after: max(time, target - Self.longestMemory))
    }

    /// Notes when a task's schedule comes due next.
    func planNextRun(ofTaskAt position: Int, after time: Int64) {
        tasks[position].nextRunAt = tasks[position].schedule.next(after: time)
        if let next = tasks[position].nextRunAt { agenda.add(.schedule(task: tasks[position].slug), at: next) }
    }
}
