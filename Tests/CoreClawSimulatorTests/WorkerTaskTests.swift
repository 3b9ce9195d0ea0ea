import Foundation
import Testing

@testable import CoreClawSimulator

struct WorkerTaskTests {
    private static let path = "/api/v2/worker-tasks"

    private static func body(_ more: KeyValuePairs<String, JSON> = [:]) -> JSON {
        let members: [JSON.Member] = [
            JSON.Member(name: "worker_id", value: "coreclaw/google-maps-scraper"), JSON.Member(name: "title", value: "Coffee ☕️"),
            JSON.Member(name: "input", value: .nested(["keywords": ["coffee"], "max_results": 2])),
        ]
        return .object(members + more.map { JSON.Member(name: $0.key, value: $0.value) })
    }

    private static func create(_ simulator: Simulator, _ body: JSON = body()) async throws -> String {
        let answer = try await simulator.ask("POST", path, body)
        return "\(path)/\(try #require(answer.data?["slug"]?.string, "\(answer.json.text)"))"
    }

    @Test func aTaskIsKeptAsItWasGiven() async throws {
        try await Simulator.with(.still) { simulator in
            let task = try await Self.create(simulator, Self.body(["description": "Daily", "version": "v1.0.5"]))
            let data = try #require(try await simulator.ask("GET", task).data)
            #expect(data["title"] == "Coffee ☕️")
            #expect(data["version"] == "v1.0.5")
            #expect(data["worker_slug"]?.string == SeededWorkers.maps)
            #expect(data["worker_path"] == "coreclaw/google-maps-scraper")
            #expect(data["input"]?["parameters"]?["custom"]?["max_results"] == 2)
            #expect(data["schedule_type"] == 0)
            #expect(data["schedule_time"] == nil)
            // Above 2^53: a reader that goes through a Double loses it.
            #expect(String(data["id"]?.integer ?? 0).count == 19)
            #expect(data["created_at"] == 1_787_198_400)
            let first = try await simulator.ask("GET", Self.path).json.list.first
            #expect(first?["description"] == "Daily")
            #expect(first?["id"] == nil)
            #expect(first?["worker_id"] == nil)
        }
    }

    @Test(
        arguments: [
            (["worker_id": "nobody"], 404, 11004), (["version": "latest"], 400, 50003), (["worker_id": ""], 422, 11000),
            (["title": 7], 422, 11000), (["schedule_type": 5], 422, 11000), (["schedule_time": "9:00"], 422, 11000),
            (["schedule_enabled": 1], 422, 11000), (["schedule_enabled": 1, "schedule_type": 1], 422, 11000),
            (["schedule_enabled": 1, "schedule_type": 2, "schedule_time": "09:00"], 422, 11000),
            (["schedule_enabled": 1, "schedule_type": 3, "schedule_time": "09:00"], 422, 11000),
            (["schedule_enabled": 1, "schedule_type": 4, "schedule_time": "09:00"], 422, 11000),
            (["schedule_once_date": "2026-02-30"], 422, 11000), (["schedule_weekday": 8], 422, 11000),
            (["schedule_day": 0], 422, 11000),
        ] as [(KeyValuePairs<String, JSON>, Int, Int64)]
    )
    func nonsenseIsRefused(_ members: KeyValuePairs<String, JSON>, _ status: Int, _ code: Int64) async throws {
        try await Simulator.with(.still) { simulator in
            let replaced = Self.body().members.filter { member in !members.contains { $0.key == member.name } }
            let body = JSON.object(replaced + members.map { JSON.Member(name: $0.key, value: $0.value) })
            let answer = try await simulator.ask("POST", Self.path, body)
            #expect(answer.status == status)
            #expect(answer.code == code)
        }
    }

    @Test func missingMembersAreNamed() async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask("POST", Self.path, ["input": 1])
            #expect(answer.json["details"] == ["worker_id is required", "title is required"])
        }
    }

    @Test func aChangeLeavesTheRest() async throws {
        try await Simulator.with(.still) { simulator in
            let task = try await Self.create(simulator, Self.body(["description": "Daily"]))
            await simulator.clock.advance(by: .seconds(10))
            let weekly: JSON = ["schedule_enabled": 1, "schedule_type": 2, "schedule_weekday": 1, "schedule_time": "09:00"]
            #expect(try await simulator.ask("PUT", task, weekly).data == .object([]))
            #expect(try await simulator.ask("PUT", task, ["schedule_time": "10:30"]).code == 0)
            let data = try await simulator.ask("GET", task).data
            #expect(data?["title"] == "Coffee ☕️")
            #expect(data?["schedule_type"] == 2)
            #expect(data?["schedule_weekday"] == 1)
            #expect(data?["schedule_time"] == "10:30")
            #expect(data?["updated_at"] == 1_787_198_410)
            #expect(try await simulator.ask("PUT", task, ["schedule_enabled": 0]).code == 0)
            #expect(try await simulator.ask("GET", task).data?["schedule_type"] == 0)
            // A wrong change changes nothing.
            let wrong = try await simulator.ask("PUT", task, ["title": "X", "schedule_enabled": 1, "schedule_type": 4])
            #expect(wrong.status == 422)
            #expect(try await simulator.ask("GET", task).data?["title"] == "Coffee ☕️")
        }
    }

    @Test func theInputIsAThingOfItsOwn() async throws {
        try await Simulator.with(.still) { simulator in
            let task = try await Self.create(simulator)
            let change: JSON = ["input": ["keyword": "flat"], "version": "v1.0.5"]
            #expect(try await simulator.ask("PUT", "\(task)/input", change).data == .object([]))
            let input = try await simulator.ask("GET", "\(task)/input").data
            #expect(input == ["input": ["keyword": "flat"], "version": "v1.0.5"])
            let unknown = try await simulator.ask("PUT", "\(task)/input", ["input": 1, "version": "latest"])
            #expect(unknown.code == 50003)
        }
    }

    @Test func runsAreCountedAndAFlatInputFails() async throws {
        try await Simulator.with(.still) { simulator in
            let path = "\(Self.path)/\(SeededTasks.flatInput)"
            let id = try await simulator.ask("POST", "\(path)/runs", [:]).data?["run_slug"]?.string
            await simulator.clock.advance(by: .seconds(30))
            let failed = try await simulator.get("/api/v2/worker-runs?status=failed").list.first
            #expect(failed?["slug"]?.string == id)
            #expect(failed?["err_msg"] == "Keyword is required")
            let task = try await simulator.ask("GET", path).data
            #expect(task?["run_times"] == 1)
            #expect(String(task?["last_run_id"]?.integer ?? 0).count == 19)
        }
    }

    @Test func whatIsDeletedIsGone() async throws {
        try await Simulator.with(.still) { simulator in
            let task = try await Self.create(simulator)
            let answer = try await simulator.ask("DELETE", task)
            #expect(answer.json.names == ["code", "message", "request_id"])
            for (method, path, body) in [
                ("GET", "", nil), ("DELETE", "", nil), ("PUT", "", [:]), ("GET", "/input", nil), ("POST", "/runs", [:]),
            ] as [(String, String, JSON?)] {
                #expect(try await simulator.ask(method, task + path, body).status == 404)
            }
        }
    }

    @Test(arguments: [
        ("", 5), ("worker_id=coreclaw~google-maps-scraper", 1), ("worker_id=demo-worker", 2), ("keyword=TASK", 5),
        ("keyword=scraper", 2), ("keyword=zzz", 0), ("worker_id=nobody", 0), ("keyword=", 5),
    ])
    func tasksAreFound(_ query: String, _ count: Int64) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask("GET", "\(Self.path)?limit=1&\(query)")
            #expect(answer.data?["count"]?.integer == count)
            #expect(answer.json.list.count == min(Int(count), 1))
            #expect(answer.data?["page_size"] == 1)
        }
    }

    @Test func aScheduleStartsRuns() async throws {
        try await Simulator.with(.still) { simulator in
            // The clock starts at 04:00 UTC, and the task runs at 09:30.
            await simulator.clock.advance(by: .seconds(5.5 * 3600 - 1))
            #expect(try await simulator.ask("GET", "\(Self.path)/demo-task").data?["run_times"] == 0)
            await simulator.clock.advance(by: .seconds(1))
            #expect(try await simulator.ask("GET", "\(Self.path)/demo-task").data?["run_times"] == 1)
            await simulator.clock.advance(by: .seconds(3 * 86400 + 60))
            #expect(try await simulator.ask("GET", "\(Self.path)/demo-task").data?["run_times"] == 4)
            let runs = try await simulator.ask("POST", "/api/v1/run/list", ["page_index": 1, "page_size": 3]).json.list
            #expect(runs.compactMap { $0["started_at"]?.integer } == [3, 2, 1].map { 1_787_218_202 + 86400 * $0 })
            #expect(runs.allSatisfy { $0["status"] == 3 })
            _ = try await simulator.ask("DELETE", "\(Self.path)/demo-task")
            let last = try await simulator.ask("GET", "/api/v2/worker-runs/last").data?["slug"]
            await simulator.clock.advance(by: .seconds(86400))
            #expect(try await simulator.ask("GET", "/api/v2/worker-runs/last").data?["slug"] == last)
        }
    }

    @Test func aScheduleIsCaughtUpWithForAYear() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual())) { simulator in
            await simulator.clock.advance(by: .seconds(1000 * 366 * 86400))
            let task = try await simulator.ask("GET", "\(Self.path)/demo-task").data
            #expect(task?["run_times"] == 366)
        }
    }

    @Test func aScheduleThatCannotPayPassesInSilence() async throws {
        try await Simulator.with(SimulatorOptions(clock: .manual(), balance: Decimal(1) / 1000)) { simulator in
            await simulator.clock.advance(by: .seconds(86400))
            #expect(try await simulator.ask("GET", "\(Self.path)/demo-task").data?["run_times"] == 0)
            try await simulator.setBalance(10)
            await simulator.clock.advance(by: .seconds(86400))
            #expect(try await simulator.ask("GET", "\(Self.path)/demo-task").data?["run_times"] == 1)
        }
    }
}
