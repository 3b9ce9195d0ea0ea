import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// How lists are read, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct PageQuirkTests {
    private static let finished = RunID(SeededRuns.finished)

    @Test("Q1: page 1 is asked for without the parameter, later ones by their numbers")
    func pageNumbers() async throws {
        try await withSimulator { simulator, coreclaw in
            let patient = coreclaw.with { $0.readAheadPages = 0 }
            let rows = try await patient.runs.results(Self.finished, pageSize: 100).collect()
            #expect(rows.count == 250)
            #expect(await simulator.requests.map { $0.queryValue("offset") } == [nil, "2", "3"])
        }
    }

    @Test("Q1: under the older rule rows are counted")
    func rowOffsets() async throws {
        try await withSimulator(.older) { simulator, coreclaw in
            let older = coreclaw.with {
                $0.pageNumbering = .rowOffset
                $0.readAheadPages = 0
            }
            let rows = try await older.runs.results(Self.finished, pageSize: 100).collect()
            #expect(rows.count == 250)
            #expect(await simulator.requests.map { $0.queryValue("offset") } == [nil, "100", "200"])
        }
    }

    @Test("Q1: the number in an answer is checked against the one that was asked for", arguments: [1, 3, 20])
    func echo(answered: Int) async throws {
        let service = ScriptedService(.data(#"{"count":60,"list":[{"a":1}],"page_index":\#(answered),"page_size":20}"#))
        let error = await #expect(throws: APIError.self) { try await service.client.runs.results("r").page(2) }
        #expect(error?.kind == .pagination)
    }

    @Test("Q2: runs are listed with and without page numbers", arguments: [PageEchoRule.results, .everywhere])
    func absentEcho(rule: PageEchoRule) async throws {
        try await withSimulator(SimulatorOptions(pageEcho: rule)) { _, coreclaw in
            let page = try await coreclaw.runs.list(pageSize: 10).page(2)
            #expect(page.pageIndex == (rule == .everywhere ? 2 : nil))
            #expect(page.pageSize == (rule == .everywhere ? 10 : nil))
            #expect(try await coreclaw.runs.list(pageSize: 10).collect().count == page.count)
            #expect(try await coreclaw.queue.list(pageSize: 1).collect().count == 3)
        }
    }

    @Test("Q2: a page number that is there is checked")
    func wrongEchoOfRuns() async throws {
        let service = ScriptedService(.data(#"{"count":60,"list":[],"page_index":1,"page_size":20}"#))
        let error = await #expect(throws: APIError.self) { try await service.client.runs.list().page(2) }
        #expect(error?.kind == .pagination)
    }

    @Test("Q14: a list that is null or missing is empty", arguments: ["null", nil])
    func nothingForAList(list: String?) throws {
        func object(_ names: String...) -> String {
            let lists = names.compactMap { name in list.map { #","\#(name)":\#($0)"# } }
            return #"{"count":0,"name":"a"\#(lists.joined())}"#
        }
        #expect(try RunPage(json: object("list")).runs.isEmpty)
        #expect(try TaskPage(json: object("list")).tasks.isEmpty)
        #expect(try QueuePage(json: object("list")).items.isEmpty)
        #expect(try WorkerPage(json: object("scraper")).workers.isEmpty)
        #expect(try RunLog(json: object("list")).entries.isEmpty)
        #expect(try ProxyRegionList(json: object("list")).regions.isEmpty)
        #expect(try QueueOutcomes(json: object("results")).outcomes.isEmpty)
        #expect(try InputField(json: object("options")).options.isEmpty)
        #expect(try V1RunPage(json: object("list")).runs.isEmpty)
        #expect(try V1WorkerList(json: object("scraper")).workers.isEmpty)
        let results = try ResultPage(json: object("headers", "list"))
        #expect(results.headers.isEmpty)
        #expect(results.rows.isEmpty)
    }

    @Test("Q14: reading lists with nothing in them ends at once", arguments: [EmptyListRule.empty, .null])
    func emptyLists(rule: EmptyListRule) async throws {
        var options = SimulatorOptions(seed: .empty)
        options.emptyLists = rule
        try await withSimulator(options) { simulator, coreclaw in
            let counts = [
                try await coreclaw.store.list().collect().count, try await coreclaw.workers.list().collect().count,
                try await coreclaw.tasks.list().collect().count, try await coreclaw.runs.list().collect().count,
                try await coreclaw.queue.list().collect().count,
            ]
            #expect(counts == [0, 0, 0, 0, 0])
            #expect(await simulator.requests.count == 5)
        }
    }

    @Test("Q22: Workers are listed by another name, and an empty page is the last")
    func workers() async throws {
        try await withSimulator { simulator, coreclaw in
            let count = try await coreclaw.store.list(pageSize: 100).collect().count
            #expect(count > SeededWorkers.otherCount)
            #expect(await simulator.requests.count == 2)
            let full = try await coreclaw.store.list(pageSize: count).collect()
            #expect(full.count == count)
            #expect(await simulator.requests.count == 4)
            let paged = try await coreclaw.store.list(pageSize: 5).collect()
            #expect(Set(paged.map(\.id)).count == count)
        }
    }

    @Test("Q35: no size is sent unless it is given")
    func pageSize() async throws {
        try await withSimulator { simulator, coreclaw in
            let standard = try await coreclaw.runs.list().page(1)
            let larger = try await coreclaw.runs.list(pageSize: 50).page(1)
            #expect(standard.runs.count == 20)
            #expect(larger.runs.count == 50)
            #expect(await simulator.requests.map { $0.queryValue("limit") } == [nil, "50"])
        }
    }

    @Test("Q56: the current month is what is counted, and months reach further back")
    func months() async throws {
        // Noon of the first day of September at UTC+8: most of the runs are of August.
        let clock = SimulatedClock.manual(startingAt: Date(timeIntervalSince1970: 1_788_235_200))
        try await Simulator.with(SimulatorOptions(clock: clock)) { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let september = RunMonth(year: 2026, month: 9)
            let current = try await coreclaw.runs.list().page(1).count
            #expect(try await coreclaw.runs.list(during: september).page(1).count == current)
            let before = try await coreclaw.runs.list(during: september.previous).page(1).count
            #expect(before > current)
            #expect(current + before > SeededRuns.otherCount)
        }
    }
}
