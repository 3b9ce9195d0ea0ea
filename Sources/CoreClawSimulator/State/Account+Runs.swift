extension Account {
    /// Seconds from an abort to the end of the run.
    private static let abortDelay: Int64 = 5

    func run(_ id: String) -> Run? { runPositions[id].map { runs[$0] } }

    /// The runs that a filter lets pass, newest first.
    func runs(matching filter: RunFilter, at now: Int64) -> [Run] {
        runs.reversed().filter { filter.matches($0, at: now) }
    }

    /// The newest run, of all or of one Worker.
    func lastRun(of worker: Worker? = nil) -> Run? {
        guard let worker else { return runs.last }
        return runs.last { $0.worker.slug == worker.slug }
    }

    /// Creates a run.
    ///
    /// - Throws: ``ServiceFailure/planLimit`` and ``ServiceFailure/insufficientBalance``; then there is no run.
    func start(_ order: RunOrder, at time: Int64) throws(ServiceFailure) -> Run {
        settle(at: time)
        guard runningRuns.count < options.planLimit else { throw .planLimit }
        let plan = order.worker.plan(for: order.input)
        guard balance - reserved >= Price.standard.total(rows: plan.rows.count) else { throw .insufficientBalance }
        let run = Run(
            id: identifiers.slug(at: now),
            number: identifiers.number(at: now),
            worker: order.worker,
            version: order.version,
            input: order.input,
            timeline: RunTimeline(
                createdAt: now,
                waiting: plan.waiting,
                working: plan.working,
                outcome: plan.errorMessage.isEmpty ? .succeeded : .failed
            ),
            rows: plan.rows,
            price: .standard,
            traffic: 16384 + 4096 * Int64(plan.rows.count),
            errorMessage: plan.errorMessage,
            callback: order.callback
        )
        take(run)
        return run
    }

    /// Stops a run.
    ///
    /// - Returns: Whether it could be stopped: a run that has ended or is being aborted cannot.
    func abort(_ id: String, at time: Int64) -> Bool {
        settle(at: time)
        guard let position = runPositions[id] else { return false }
        guard !runs[position].timeline.state(at: now).status.isStopped else { return false }
        let timeline = runs[position].timeline.aborted(at: now, after: options.abort == .aborted ? Self.abortDelay : nil)
        runs[position].timeline = timeline
        for phase in timeline.phases where phase.status == .aborting || phase.status == .aborted {
            agenda.add(.phase(run: id, phase), at: timeline.createdAt + phase.offset)
        }
        settle(at: now)
        return true
    }
}
