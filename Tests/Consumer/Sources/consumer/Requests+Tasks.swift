import CoreClaw

extension Requests {
    static var tasks: [any APIOperation] {
        get throws {
            try [
                ListWorkerTasks(), ListWorkerTasks(workerID: worker, keyword: "maps", page: 2, pageSize: 50),
                GetWorkerTask(id: task),
                UpdateWorkerTask(id: task, body: TaskUpdate()),
                DeleteWorkerTask(id: task),
                GetWorkerTaskInput(id: task),
                RunWorkerTask(id: task, body: RerunRequest(callbackURL: callback, isAsync: true)),
            ] + creations + inputChanges + ScheduleType.allCases.map { UpdateWorkerTask(id: task, body: schedule($0)) }
        }
    }

    private static var creations: [any APIOperation] {
        get throws {
            try inputs.map { CreateWorkerTask(body: NewTask(workerID: worker, title: "Coffee", input: $0)) }
                + ScheduleType.allCases.map { scheduled($0) }
        }
    }

    private static func scheduled(_ type: ScheduleType) -> CreateWorkerTask {
        CreateWorkerTask(
            body: NewTask(
                workerID: worker,
                title: "Coffee",
                input: .custom(["keywords": ["coffee"]]),
                description: "Every week",
                version: "v1.2.6",
                isScheduleEnabled: true,
                scheduleType: type,
                scheduleTime: "09:00",
                scheduleWeekday: 1,
                scheduleDay: 31,
                scheduleDate: "2026-12-31"
            )
        )
    }

    private static func schedule(_ type: ScheduleType) -> TaskUpdate {
        TaskUpdate(
            title: "Coffee",
            description: "Every week",
            isScheduleEnabled: true,
            scheduleType: type,
            scheduleTime: "09:00",
            scheduleWeekday: 1,
            scheduleDay: 31,
            scheduleDate: "2026-12-31"
        )
    }

    private static var inputChanges: [any APIOperation] {
        get throws {
            try inputs.map { UpdateWorkerTaskInput(id: task, body: UpdateWorkerTaskInputBody(input: $0, version: "v1.2.6")) }
                + inputs.map { UpdateWorkerTaskInput(id: task, body: UpdateWorkerTaskInputBody(input: $0)) }
        }
    }
}
