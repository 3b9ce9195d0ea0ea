/// What requests are about: Workers, runs and tasks by the names that paths, queries and bodies give them.
extension OperationCall {
    enum Subject: Int {
        case worker = 50001
        case task = 60001
        case run = 70001
    }

    /// The refusal of a name that nothing has.
    func unknown(_ subject: Subject) -> ServiceFailure {
        switch (version, options.notFound) {
        case (.v1, _), (.v2, .bySubject): ServiceFailure(status: 404, code: subject.rawValue)
        case (.v2, .general): ServiceFailure(status: 404, code: 11004)
        }
    }

    /// The Worker that the path names. Only `owner~name` is a path there; an encoded slash is not.
    func pathWorker() async throws(ServiceFailure) -> Worker {
        guard let worker = await account.worker(arguments.string("workerId") ?? "", acceptsSlash: false) else {
            throw unknown(.worker)
        }
        return worker
    }

    /// The Worker that a query or a body names, in either form of a path.
    func worker(named identifier: String?) async throws(ServiceFailure) -> Worker {
        guard let worker = await account.worker(identifier ?? "", acceptsSlash: true) else { throw unknown(.worker) }
        return worker
    }

    /// The run that the path or a v1 body names, or else the newest one of the Worker that the path names, or of all.
    func run() async throws(ServiceFailure) -> Run {
        let found: Run?
        if let id = arguments.string("runId") ?? member("run_slug")?.string {
            found = await account.run(id)
        } else if arguments.string("workerId") != nil {
            found = await account.lastRun(of: try await pathWorker())
        } else {
            found = await account.lastRun()
        }
        guard let found else { throw unknown(.run) }
        return found
    }

    var taskSlug: String { arguments.string("workerTaskId") ?? member("task_slug")?.string ?? "" }

    func task() async throws(ServiceFailure) -> WorkerTask {
        guard let task = await account.task(taskSlug) else { throw unknown(.task) }
        return task
    }
}
