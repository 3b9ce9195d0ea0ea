import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// What runs look like, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct RunQuirkTests {
    private static func run(_ changes: String) throws -> Run {
        try Run(json: SeedExamples.run.replacing("\"version\":\"latest\"", with: "\"version\":\"latest\",\(changes)"))
    }

    @Test("Q4: no error message is nil, however it is said")
    func errorMessage() throws {
        #expect(try Run(json: SeedExamples.run.replacing("\"err_msg\":\"\",", with: "")).errorMessage == nil)
        #expect(try Run(json: SeedExamples.run).errorMessage == nil)
        #expect(try Self.run(#""err_msg":"boom""#).errorMessage == "boom")
    }

    @Test("Q4: only runs that failed have a message, under each rule", arguments: [ErrorMessageRule.failedOnly, .always])
    func errorMessageInLists(rule: ErrorMessageRule) async throws {
        try await withSimulator(SimulatorOptions(errorMessage: rule)) { _, coreclaw in
            let runs = try await coreclaw.runs.list(pageSize: 100).collect()
            #expect(runs.contains { $0.status == .failed })
            for run in runs { #expect((run.errorMessage != nil) == (run.status == .failed), "\(run.id)") }
        }
    }

    @Test("Q5: a new state decodes, compares and is written again")
    func unknownStatus() throws {
        let run = try Self.run(#""status":"paused""#)
        #expect(run.status == RunStatus(rawValue: "paused"))
        #expect(try run.jsonText().contains(#""status":"paused""#))
    }

    @Test("Q5: the case of letters does not count", arguments: ["aborted", "Aborted", "ABORTED"])
    func caseOfStatus(text: String) throws {
        #expect(try Self.run(#""status":"\#(text)""#).status == .aborted)
        #expect(try RunStart(json: #"{"run_slug":"r","run_status":"\#(text)"}"#).status == .aborted)
        #expect(try RunCallback(json: #"{"run_slug":"r","run_status":"\#(text)"}"#).status == .aborted)
    }

    @Test("Q5: both ends of an abort are known, one of them is no filter")
    func knownStatuses() {
        #expect(RunStatus.knownValues.contains(.aborting) && RunStatus.knownValues.contains(.aborted))
        #expect(RunStatusFilter(rawValue: "aborting") == .aborting)
        #expect(RunStatusFilter(rawValue: "aborted") == nil)
    }

    @Test(
        "Q7: times of a start are seconds or milliseconds",
        arguments: [
            ("1786000787", 1_786_000_787.0), ("1776943336380", 1_776_943_336.38), ("100000000000", 100_000_000_000.0),
            ("100000000001", 100_000_000.001), ("0", nil), ("null", nil),
        ]
    )
    func timesOfStarts(written: String, seconds: Double?) throws {
        let time = seconds.map { Date(timeIntervalSince1970: $0) }
        let times = #""execution_start_timestamp":\#(written),"execution_end_timestamp":\#(written)"#
        let start = try RunStart(json: #"{"run_slug":"r",\#(times)}"#)
        #expect(start.startedAt == time)
        #expect(start.finishedAt == time)
        let callback = try RunCallback(json: #"{"run_slug":"r","run_status":"running",\#(times)}"#)
        #expect(callback.startedAt == time)
        #expect(callback.finishedAt == time)
    }

    @Test("Q7: times of runs are seconds, those of log entries milliseconds, and 0 is nil")
    func timesOfRuns() throws {
        #expect(try Self.run(#""started_at":1782091200"#).startedAt == Date(timeIntervalSince1970: 1_782_091_200))
        #expect(try Self.run(#""started_at":0,"finished_at":0"#).startedAt == nil)
        #expect(try Self.run(#""started_at":0,"finished_at":0"#).finishedAt == nil)
        let time = try LogEntry(json: #"{"timestamp":1786000780123}"#).timestamp
        #expect(time == Date(timeIntervalSince1970: 1_786_000_780.123))
        #expect(try LogEntry(json: #"{"timestamp":0}"#).timestamp == nil)
    }

    @Test("Q8: a run that shows an end, a duration and rows is waited for while it is running")
    func endOfARunningRun() async throws {
        let running = SeedExamples.run
        let done = running.replacing(#""status":"running""#, with: #""status":"succeeded""#)
        let service = ScriptedService(.data(running), .data(running), .data(done))
        #expect(try await service.client.runs.waitUntilFinished("01KKDXV2G26BT7NH4ZQR2R4NPZ").status == .succeeded)
        #expect(await service.received.count == 3)
    }

    @Test("Q8: success is the status alone")
    func success() throws {
        #expect(throws: UnsuccessfulStateError<Run>.self) { try Self.run(#""status":"running""#).requireSucceeded() }
        let done = try Self.run(#""status":"succeeded","finished_at":0,"duration":0,"results":0,"err_msg":"odd""#)
        #expect(try done.requireSucceeded() == done)
    }

    @Test("Q16: amounts are exact, traffic may be a string and is written as a number")
    func amounts() throws {
        #expect(try Self.run(#""usage":"10122.5547""#).cost == Decimal(string: "10122.5547"))
        #expect(try Self.run(#""usage":2.7129"#).cost == Decimal(string: "2.7129"))
        #expect(try Self.run(#""usage":"1.00""#).cost == 1)
        #expect(try Account(json: #"{"balance":"0.1"}"#).balance == Decimal(string: "0.1"))
        #expect(try Account(json: #"{"balance":10122.5547}"#).balance == Decimal(string: "10122.5547"))
        let run = try Self.run(#""traffic":"1000""#)
        #expect(run.traffic == 1000)
        #expect(try run.jsonText().contains(#""traffic":1000,"#))
    }

    @Test("Q23: an origin that is not known is kept", arguments: ["openapi", "api_v2", "api", "web", "cron"])
    func origin(text: String) throws {
        let run = try Self.run(#""origin":"\#(text)""#)
        #expect(run.origin == RunOrigin(rawValue: text))
        #expect(try run.jsonText().contains(#""origin":"\#(text)""#))
    }

    @Test("Q25: rows are given as they are, whether they report errors or there are none")
    func rows() async throws {
        try await withSimulator { _, coreclaw in
            let reports = try await coreclaw.runs.results(RunID(SeededRuns.errorRows)).collect()
            #expect(reports.count == 2)
            #expect(reports.allSatisfy { $0.isErrorReport })
            #expect(reports.allSatisfy { $0["__coreclaw_data_id__"] != nil })
            let run = try await coreclaw.runs.get(RunID(SeededRuns.errorRows))
            #expect(try run.requireSucceeded().resultCount == 2)
            let none = try await coreclaw.runs.results(RunID(SeededRuns.failed)).collect()
            #expect(none.isEmpty)
        }
    }

    @Test("Q28: members that came later are kept")
    func unknownMembers() throws {
        let run = try Self.run(#""new_member":{"a":[1,null]}"#)
        #expect(run.unknownMembers["new_member"] == ["a": [1, nil]])
        #expect(try run.jsonText().contains(#""new_member":{"a":[1,null]}"#))
    }

    @Test func roundTrip() throws {
        let run = try Self.run(#""new_member":1"#)
        #expect(try Run(json: run.jsonBytes()) == run)
        #expect(try JSONDecoder().decode(Run.self, from: JSONEncoder().encode(run)) == run)
    }
}
