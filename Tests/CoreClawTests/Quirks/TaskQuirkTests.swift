import CoreClaw
import CoreClawSimulator
import Testing

/// What tasks look like and what their changes send, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct TaskQuirkTests {
    @Test("Q17: integers beyond 2^53 stay exact, in tasks and in rows")
    func largeIntegers() throws {
        let row = try JSONObject(json: #"{"id":1786001196232214890}"#)
        #expect(row["id"]?.integer == 1_786_001_196_232_214_890)
        let json =
            #"{"slug":"t","id":1786001196232214890,"platform_actors_id":9007199254740993,"last_run_id":9223372036854775807}"#
        let task = try WorkerTask(json: json)
        #expect(task.numericID == 1_786_001_196_232_214_890)
        #expect(task.platformNumericID == 9_007_199_254_740_993)
        #expect(task.lastRunNumericID == .max)
        #expect(try task.jsonText() == json)
    }

    @Test("Q18: the number of a Worker is named apart, and is no Worker's id")
    func numbersOfWorkers() throws {
        let task = try WorkerTask(json: #"{"slug":"t","worker_id":17860011962322148,"worker_slug":"demo-worker"}"#)
        #expect(task.workerNumericID == 17_860_011_962_322_148)
        #expect(task.workerID == "demo-worker")
        let other = try WorkerTask(json: #"{"slug":"t","worker_slug":17860011962322148}"#)
        #expect(other.workerID == nil)
        #expect(other.unknownMembers["worker_slug"] == 17_860_011_962_322_148)
    }

    @Test("Q19: only the id is required")
    func members() throws {
        #expect(try WorkerTask(json: #"{"slug":"demo-task"}"#).id == "demo-task")
        #expect(throws: JSONError.self) { try WorkerTask(json: #"{"id":1,"title":"T"}"#) }
    }

    @Test("Q19: lists and single tasks are read with few members and with all", arguments: [TaskMemberRule.all, .few])
    func fewAndAllMembers(rule: TaskMemberRule) async throws {
        var options = SimulatorOptions()
        options.taskMembers = rule
        try await withSimulator(options) { _, coreclaw in
            let tasks = try await coreclaw.tasks.list().collect()
            #expect(tasks.count == 5)
            for task in tasks { #expect(try await coreclaw.tasks.get(task.id).title == task.title) }
            #expect(tasks.allSatisfy { ($0.runCount == nil) == (rule == .few) })
        }
    }

    @Test(
        "Q20: a schedule is sent as it is given",
        arguments: [
            (TaskUpdate(scheduleType: .weekly, scheduleWeekday: 7), #"{"schedule_type":2,"schedule_weekday":7}"#),
            (TaskUpdate(scheduleWeekday: 0), #"{"schedule_weekday":0}"#),
            (TaskUpdate(isScheduleEnabled: true, scheduleTime: "09:00"), #"{"schedule_enabled":1,"schedule_time":"09:00"}"#),
            (
                TaskUpdate(scheduleType: .once, scheduleDate: "2026-12-31"),
                #"{"schedule_type":4,"schedule_once_date":"2026-12-31"}"#
            ),
            (TaskUpdate(isScheduleEnabled: false, scheduleDay: 31), #"{"schedule_enabled":0,"schedule_day":31}"#),
        ]
    )
    func schedule(update: TaskUpdate, sent: String) throws {
        #expect(try update.jsonText() == sent)
    }

    @Test("Q31: what is nil is left out, and null is never sent")
    func partialUpdates() async throws {
        let service = ScriptedService(.data("null"))
        try await service.client.tasks.update("t", title: "New")
        try await service.client.tasks.update("t")
        try await service.client.tasks.updateInput("t", input: .raw([:]))
        #expect(await service.bodies == [#"{"title":"New"}"#, "{}", #"{"input":{}}"#])
    }

    @Test("Q31: what is left out stays as it is")
    func untouchedMembers() async throws {
        try await withSimulator { _, coreclaw in
            let id = TaskID(SeededTasks.scheduled)
            let before = try await coreclaw.tasks.get(id)
            try await coreclaw.tasks.update(id, title: "New")
            let after = try await coreclaw.tasks.get(id)
            #expect(after.title == "New")
            #expect(before.scheduleTime == "09:30")
            #expect(after.scheduleTime == before.scheduleTime)
            #expect(after.scheduleType == before.scheduleType)
            #expect(after.input == before.input)
        }
    }
}
