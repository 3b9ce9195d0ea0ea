extension OperationHandler {
    static let taskRuns = each("runWorkerTask", "v1TaskRun") { call in
        guard let run = try await call.account.startTask(call.taskSlug, callback: call.callback, at: call.now) else {
            throw call.unknown(.task)
        }
        return try await call.started(run, .start)
    }
}
