import CoreClaw
import Foundation
import Testing

/// What the service really sends, by the numbers of the quirks in the specification.
struct QuirkTests {
    private static func run(_ changes: String) throws -> Run {
        try Run(json: SeedExamples.run.replacing("\"version\":\"latest\"", with: "\"version\":\"latest\",\(changes)"))
    }

    @Test("Q4: no error message is nil, however it is said")
    func errorMessage() throws {
        #expect(try Run(json: SeedExamples.run.replacing("\"err_msg\":\"\",", with: "")).errorMessage == nil)
        #expect(try Run(json: SeedExamples.run).errorMessage == nil)
        #expect(try Self.run(#""err_msg":"boom""#).errorMessage == "boom")
    }

    @Test("Q5: a new state decodes, compares and is written again")
    func unknownStatus() throws {
        let run = try Self.run(#""status":"paused""#)
        #expect(run.status == RunStatus(rawValue: "paused"))
        #expect(try run.jsonText().contains(#""status":"paused""#))
    }

    @Test("Q14: a null list is empty")
    func nullList() throws {
        #expect(try RunPage(json: #"{"count":0,"list":null}"#).runs.isEmpty)
        #expect(try ResultPage(json: #"{"count":0,"headers":null,"list":null}"#).headers.isEmpty)
    }

    @Test("Q16: amounts are exact, traffic may be a string")
    func amounts() throws {
        #expect(try Self.run(#""usage":"10122.5547""#).cost == Decimal(string: "10122.5547"))
        #expect(try Self.run(#""usage":2.7129"#).cost == Decimal(string: "2.7129"))
        #expect(try Self.run(#""traffic":"1000""#).traffic == 1000)
    }

    @Test("Q17: integers beyond 2^53 stay exact in rows")
    func largeIntegers() throws {
        let row = try JSONObject(json: #"{"id":1786001196232214890}"#)
        #expect(row["id"]?.integer == 1_786_001_196_232_214_890)
    }

    @Test("Q21: both spellings of a Worker are one value")
    func workerPath() {
        #expect(WorkerID("coreclaw/maps") == WorkerID("coreclaw~maps"))
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
