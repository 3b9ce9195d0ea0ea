import CoreClaw
import CoreClawSimulator
import Testing

/// The code of "Tasks, schedules and the queue", run against a simulator; a test compares it with the page.
struct TasksAndQueue {
    @Test func task() async throws {
        try await withSimulator { simulator, coreclaw in
            let task = try await coreclaw.tasks.create(
                workerID: "coreclaw/google-maps-scraper",
                title: "Coffee in New York",
                input: .custom(["keywords": ["coffee"], "base_location": "New York,USA"])
            )
            let started = try await coreclaw.tasks.run(task.id)
            let run = try await coreclaw.runs.waitUntilFinished(started.id).requireSucceeded()
            #expect(run.resultCount == 4)

            try await coreclaw.tasks.update(task.id, title: "Coffee and tea in New York")
            try await coreclaw.tasks.updateInput(task.id, input: .custom(["keywords": ["coffee", "tea"]]))
            #expect(try await coreclaw.tasks.get(task.id).title == "Coffee and tea in New York")
            #expect(try await coreclaw.tasks.input(task.id).input == .custom(["keywords": ["coffee", "tea"]]))

            for try await task in coreclaw.tasks.list(workerID: "coreclaw/google-maps-scraper") {
                print(task.id, task.title ?? "", task.runCount ?? 0)
            }
            try await coreclaw.tasks.delete(task.id)
            await #expect(throws: APIError.self) { try await coreclaw.tasks.get(task.id) }
        }
    }

    @Test func schedule() async throws {
        try await withSimulator { simulator, coreclaw in
            let task = try await coreclaw.tasks.get(TaskID(SeededTasks.news))
            try await coreclaw.tasks.update(
                task.id,
                isScheduleEnabled: true,
                scheduleType: .weekly,
                scheduleTime: "07:30",
                scheduleWeekday: 1
            )
            let before = try await coreclaw.workers.lastRun.get("coreclaw/news-collection").id
            await simulator.clock.advance(by: .seconds(8 * 86400))
            let run = try await coreclaw.workers.lastRun.get("coreclaw/news-collection")
            #expect(run.id != before)
            try await coreclaw.tasks.update(task.id, isScheduleEnabled: false)
            await simulator.clock.advance(by: .seconds(8 * 86400))
            #expect(try await coreclaw.workers.lastRun.get("coreclaw/news-collection").id == run.id)
        }
    }

    @Test func lastNight() async throws {
        try await withSimulator { simulator, coreclaw in
            await simulator.clock.advance(by: .seconds(60))
            let run = try await coreclaw.workers.lastRun.get("coreclaw/news-collection").requireSucceeded()
            for try await row in coreclaw.runs.results(run.id, pageSize: 100) {
                print(row["title"]?.string ?? "-")
            }
        }
    }

    @Test func queue() async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.setBalance(0)
            let queued = try await coreclaw.workers.enqueue(
                "coreclaw/google-maps-scraper",
                input: .custom(["keywords": ["coffee"]])
            )
            let refused = try await coreclaw.queue.activate(ids: [queued.id])
            #expect(refused.failures.map(\.id) == [queued.id])
            try await simulator.setBalance(100)

            let outcomes = try await coreclaw.queue.activate(ids: [queued.id])
            for failure in outcomes.failures {
                print(failure.id, failure.errorMessage ?? "")
            }
            try outcomes.requireAllSucceeded()
            let run = try await coreclaw.runs.list(workerID: "coreclaw/google-maps-scraper").first()
            #expect(run?.status == .ready)
        }
    }

    @Test func emptyQueue() async throws {
        try await withSimulator { _, coreclaw in
            let waiting = try await coreclaw.queue.list(status: .waiting).collect()
            try await coreclaw.queue.release(ids: waiting.map(\.id), reason: "not needed any more").requireAllSucceeded()
            #expect(waiting.map(\.id) == [QueueItemID(SeededQueue.waiting)])
            #expect(try await coreclaw.queue.list(status: .waiting).first() == nil)
        }
    }
}
