/// What a simulator holds when it starts; all times lie around one moment.
struct Seed: Sendable {
    var workers: [Worker] = []
    var runs: [Run] = []
    /// Oldest first.
    var tasks: [WorkerTask] = []
    /// Oldest first.
    var queue: [QueueItem] = []

    init(_ options: SimulatorOptions, from start: Int64) {
        if options.seed == .examples {
            workers = [Worker.maps, .demo, .news, .profiles, .idle] + (0..<SeededWorkers.otherCount).map(Worker.other)
            runs = Run.seeded(from: start)
            tasks = WorkerTask.seeded(from: start)
            queue = QueueItem.seeded
        }
        workers += options.workers.map(\.worker)
    }
}
