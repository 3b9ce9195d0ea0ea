extension Account {
    /// Takes the account back to what it holds at first, with the times of runs and tasks around a moment.
    func reset(at start: Int64) {
        let seed = Seed(options, from: start)
        (workers, tasks, queue, balance) = (seed.workers, seed.tasks, seed.queue, options.balance)
        (runs, runPositions, runningRuns, reserved) = ([], [:], [], 0)
        (identifiers, lastQueueRef, agenda, news) = (IdentifierSequence(), 200_000, Agenda(), [.beginning])
        now = start
        for run in seed.runs.sorted(by: { $0.timeline.createdAt < $1.timeline.createdAt }) { take(run) }
        for position in tasks.indices { planNextRun(ofTaskAt: position, after: now) }
    }

    /// Takes in a run that is new, or in the midst of its life.
    func take(_ run: Run) {
        runPositions[run.id] = runs.count
        runs.append(run)
        // What happens in this very second is still to come.
        let status = run.timeline.state(at: now - 1).status
        if status == .running { runningRuns.insert(run.id) }
        if !status.isStopped { reserved += run.wholePrice }
        for phase in run.timeline.phases where run.timeline.createdAt + phase.offset >= now {
            agenda.add(.phase(run: run.id, phase), at: run.timeline.createdAt + phase.offset)
        }
    }
}
