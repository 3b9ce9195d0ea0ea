import Foundation
import Testing

@testable import CoreClawSimulator

struct FaultInjectionTests {
    private static let path = "/api/v2/worker-runs/\(SeededRuns.finished)"

    private static func request(_ simulator: Simulator, _ path: String = path) -> SimulatedRequest {
        SimulatedRequest(path: path, headers: ["Authorization": "Bearer \(simulator.apiKey)"])
    }

    @Test(arguments: Transport.allCases)
    func aStatusHappensAsOftenAsAsked(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .status(429, retryAfter: 7), times: 2)
            try await simulator.fail(operation: "getWorkerRun", with: .status(200, code: 30001, message: "no money"))
            let first = try await transport.send(Self.request(simulator), to: simulator)
            #expect(first.status == 429)
            #expect(first.headers["retry-after"] == "7")
            #expect(first.text == #"{"code":13000,"message":"too many requests","request_id":"req-1"}"#)
            #expect(try await transport.send(Self.request(simulator), to: simulator).status == 429)
            let third = try await transport.send(Self.request(simulator), to: simulator)
            #expect(third.status == 200)
            #expect(third.text == #"{"code":30001,"message":"no money","request_id":"req-3"}"#)
            #expect(try await simulator.get(Self.path, over: transport)["code"] == 0)
        }
    }

    @Test func otherOperationsAreSpared() async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "listWorkerRuns", with: .status(500))
            #expect(await simulator.answer(Self.path).status == 200)
            await simulator.clearFaults()
            #expect(await simulator.answer("/api/v2/worker-runs").status == 200)
        }
    }

    @Test(arguments: Transport.allCases)
    func aDelayComesBeforeTheTrueAnswer(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .delay(.milliseconds(300)))
            let begin = ContinuousClock.now
            #expect(try await transport.send(Self.request(simulator), to: simulator).status == 200)
            #expect(ContinuousClock.now - begin >= .milliseconds(300))
        }
    }

    @Test(arguments: [Duration.seconds(Int64.max), .seconds(400 * 86400)])
    func aDelayWithoutEndIsLong(_ delay: Duration) async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .delay(delay))
            let answer = Task { await simulator.answer(Self.path) }
            while await simulator.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            try await Task.sleep(for: .milliseconds(200))
            answer.cancel()
            #expect(await answer.value.status == 500)
        }
    }

    @Test func aCutConnectionIsAnErrorOverTheSocket() async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .cutConnection)
            await #expect(throws: URLError.self) { try await Transport.socket.send(Self.request(simulator), to: simulator) }
            #expect(try await simulator.get(Self.path, over: .socket)["code"] == 0)
        }
    }

    @Test func halfOfALongAnswerArrivesBeforeTheCut() async throws {
        // More than any socket's buffers hold at once.
        let row = ["text": String(repeating: "x", count: 120_000)]
        let worker = SimulatedWorker("acme~long", rows: Array(repeating: row, count: 100))
        try await Simulator.with(SimulatorOptions(clock: .manual(), workers: [worker])) { simulator in
            let id = try await simulator.start("acme~long", [:])
            await simulator.clock.advance(by: .seconds(60))
            try await simulator.fail(operation: "listWorkerRunResults", with: .cutConnection)
            let url = "\(simulator.baseURL.absoluteString)/api/v2/worker-runs/\(id)/result?limit=100"
            let answer = try await DownloadClient.fetch(url, headers: ["api-key": simulator.apiKey])
            let length = try #require(answer.headers.first(name: "content-length").flatMap { Int($0) })
            #expect(length > 12_000_000)
            #expect(!answer.isComplete)
            #expect(answer.body.readableBytes == length / 2)
        }
    }

    @Test func aCutConnectionLeavesHalfTheAnswerInMemory() async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .cutConnection)
            let cut = await simulator.answer(Self.path)
            let whole = await simulator.answer(Self.path)
            #expect(!cut.isComplete)
            #expect(whole.isComplete)
            #expect(cut.headers["content-length"] == "\(whole.body.count)")
            #expect(cut.body.count == whole.body.count / 2)
        }
    }

    @Test func aStalledAnswerTimesOutOverTheSocket() async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .stall)
            let error = await #expect(throws: URLError.self) {
                try await Transport.socket.send(Self.request(simulator), to: simulator, timeout: 1)
            }
            #expect(error?.code == .timedOut)
        }
    }

    @Test func aStalledAnswerEndsWithTheSimulator() async throws {
        let simulator = try await Simulator.start(.still)
        try await simulator.fail(operation: "getWorkerRun", with: .stall)
        let request = Self.request(simulator)
        let answer = Task { try await Transport.socket.send(request, to: simulator) }
        while await simulator.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        try await simulator.stop()
        await #expect(throws: URLError.self) { try await answer.value }
    }

    @Test func aStalledAnswerInMemoryEndsWithItsTask() async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .stall)
            let answer = Task { await simulator.answer(Self.path) }
            while await simulator.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            answer.cancel()
            #expect(await !answer.value.isComplete)
        }
    }

    @Test(arguments: Transport.allCases)
    func garbageIsNoJSON(_ transport: Transport) async throws {
        try await Simulator.with(.still) { simulator in
            try await simulator.fail(operation: "getWorkerRun", with: .garbage)
            let response = try await transport.send(Self.request(simulator), to: simulator)
            #expect(response.status == 200)
            #expect(throws: JSON.ParsingError.self) { try JSON(parsing: response.body) }
        }
    }

    @Test func aRepeatedPageBearsItsOwnNumber() async throws {
        try await Simulator.with(.still) { simulator in
            let path = "\(Self.path)/result?limit=50&offset="
            let first = try await simulator.get("\(path)1")
            try await simulator.fail(operation: "listWorkerRunResults", with: .repeatPage)
            let repeated = try await simulator.get("\(path)2")
            let second = try await simulator.get("\(path)2")
            #expect(repeated["data"]?["page_index"] == 2)
            #expect(repeated.list == first.list)
            #expect(second.list != first.list)
        }
    }

    @Test func impossibleFaultsAreRefused() async throws {
        try await Simulator.with(.still) { simulator in
            await #expect(throws: SimulatorError.unknownOperation("getRun")) {
                try await simulator.fail(operation: "getRun", with: .garbage)
            }
            for status in [-1, 0, 100, 204, 304, 600, 1000] {
                await #expect(throws: SimulatorError.invalidFault("status \(status) is no answer with a body")) {
                    try await simulator.fail(operation: "getWorkerRun", with: .status(status))
                }
            }
            for (fault, times, problem) in [
                (.garbage, 0, "0 times is less than once"), (.stall, Int.min, "\(Int.min) times is less than once"),
                (.status(429, retryAfter: -1), 1, "a Retry-After of -1 seconds lies in the past"),
                (.delay(.seconds(-1)), 1, "a delay of -1.0 seconds lies in the past"),
            ] as [(Fault, Int, String)] {
                await #expect(throws: SimulatorError.invalidFault(problem)) {
                    try await simulator.fail(operation: "getWorkerRun", with: fault, times: times)
                }
            }
        }
    }
}
