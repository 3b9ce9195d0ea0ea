extension OperationHandler {
    static let taskInputs: [OperationHandler] = [
        OperationHandler("getWorkerTaskInput") { call in
            let task = try await call.task()
            return ["input": task.input, "version": .string(task.version)]
        },
        OperationHandler("updateWorkerTaskInput") { call in
            let input = call.member("input") ?? .null
            let version = call.member("version")?.string
            let isKnown = try await call.account.updateTask(call.taskSlug, at: call.now) { task in
                if let version { task.version = try task.worker.version(version) }
                // Taken as it is, also a flat one: its runs will fail.
                task.input = input
            }
            guard isKnown else { throw call.unknown(.task) }
            return call.options.updated
        },
    ]
}
