extension OperationHandler {
    static let tasks: [OperationHandler] = [
        OperationHandler("listWorkerTasks") { call in
            let found = await call.account.tasks(
                of: call.arguments.string("worker_id").flatMap { $0.isEmpty ? nil : $0 },
                keyword: call.arguments.string("keyword").flatMap { $0.isEmpty ? nil : $0 }
            )
            let shown = found[call.page.range(of: found.count)].map { $0.listEntry(call.options) }
            return call.list(shown, count: found.count, page: call.page, echoes: true)
        },
        OperationHandler("createWorkerTask") { call in
            let body = call.arguments.body ?? [:]
            let worker = try await call.worker(named: body["worker_id"]?.string)
            let schedule = try TaskSchedule(body).checked()
            let task = await call.account.createTask(
                worker,
                version: try worker.version(body["version"]?.string),
                title: body["title"]?.string ?? "",
                description: body["description"]?.string ?? "",
                input: body["input"] ?? .null,
                schedule: schedule,
                at: call.now
            )
            return ["slug": .string(task.slug)]
        },
        OperationHandler("getWorkerTask") { try await $0.task().detail($0.options) },
        OperationHandler("updateWorkerTask") { call in
            let body = call.arguments.body ?? [:]
            let isKnown = try await call.account.updateTask(call.taskSlug, at: call.now) { task in
                task.schedule = try TaskSchedule(body, changing: task.schedule).checked()
                task.title = body["title"]?.string ?? task.title
                task.description = body["description"]?.string ?? task.description
            }
            guard isKnown else { throw call.unknown(.task) }
            return call.options.updated
        },
        OperationHandler("deleteWorkerTask") { call in
            guard await call.account.deleteTask(call.taskSlug, at: call.now) else { throw call.unknown(.task) }
            return nil
        },
    ]
}

extension TaskSchedule {
    /// The schedule itself.
    ///
    /// - Throws: ``ServiceFailure`` when something about it is wrong.
    fileprivate func checked() throws(ServiceFailure) -> TaskSchedule {
        guard problems.isEmpty else { throw .invalid(problems, in: .v2) }
        return self
    }
}
