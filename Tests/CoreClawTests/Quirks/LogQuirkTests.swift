import CoreClaw
import CoreClawSimulator
import Foundation
import Testing

/// What the lines of a log look like, by the numbers of the quirks in the specification.
@Suite(.serialized)
struct LogQuirkTests {
    @Test(
        "Q3: a level is a number or a word, and a new one is kept",
        arguments: [
            ("2", LogLevel.info), (#""2""#, .info), (#""info""#, .info), (#""WARN""#, .warn), (#""debug""#, .debug),
            (#""Error""#, .error), ("9", LogLevel(rawValue: "9")), (#""fatal""#, LogLevel(rawValue: "fatal")),
        ]
    )
    func level(written: String, level: LogLevel) throws {
        #expect(try LogEntry(json: #"{"type":\#(written),"content":"Run started"}"#).level == level)
    }

    @Test("Q3: texts and objects may stand side by side")
    func entries() throws {
        let log = try RunLog(
            json: #"{"list":["Run started",{"type":4,"group":"1","content":"a\nb","timestamp":1786000780123},{}]}"#
        )
        #expect(log.entries.map(\.content) == ["Run started", "a\nb", nil])
        #expect(log.entries.map(\.level) == [nil, .error, nil])
        #expect(log.entries.map(\.group) == [nil, "1", nil])
    }

    @Test("Q3: the same content under each rule", arguments: [LogLineRule.objects, .objectsWithWords, .strings])
    func contents(rule: LogLineRule) async throws {
        var options = SimulatorOptions()
        options.logLines = rule
        try await withSimulator(options) { _, coreclaw in
            let entries = try await coreclaw.runs.log(RunID(SeededRuns.finished)).entries
            #expect(!entries.isEmpty)
            #expect(entries.allSatisfy { $0.content?.isEmpty == false })
            let hasLevels = rule != .strings
            #expect(entries.allSatisfy { ($0.level.map(LogLevel.knownValues.contains) ?? false) == hasLevels })
            #expect(entries.allSatisfy { ($0.timestamp != nil) == hasLevels })
        }
    }
}
