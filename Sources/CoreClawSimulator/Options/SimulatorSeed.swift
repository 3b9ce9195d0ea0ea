/// What a simulator holds when it starts.
public enum SimulatorSeed: Sendable, Hashable {
    /// The Workers, runs, tasks and queue items of ``SeededWorkers``, ``SeededRuns``, ``SeededTasks`` and ``SeededQueue``.
    case examples
    /// Nothing but the Workers of your own in ``SimulatorOptions/workers``.
    case empty
}
